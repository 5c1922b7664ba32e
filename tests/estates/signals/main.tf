# Signals: the watch of a lighthouse service. Alarms, events, logs, queues, topics, streams, trails and builds, each with its attributes set.
terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

provider "aws" {
  region            = "us-east-1"
  s3_use_path_style = true

  default_tags {
    tags = { Estate = "signals" }
  }
}

# Fog is reported from the other coast.
provider "aws" {
  alias             = "west"
  region            = "us-west-2"
  s3_use_path_style = true

  default_tags {
    tags = { Estate = "signals", Coast = "west" }
  }
}

data "aws_caller_identity" "current" {}

locals {
  account = data.aws_caller_identity.current.account_id
}

resource "aws_s3_bucket" "keep" {
  for_each      = toset(["trail", "sightings"])
  bucket        = "signals-${each.key}"
  force_destroy = true
}

resource "aws_kms_key" "watch" {
  description = "What the watch keeps"
}

resource "aws_iam_role" "service" {
  for_each = toset(["codebuild", "events", "firehose", "logs", "cloudtrail"])
  name     = "signals-${each.key}"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "${each.key}.amazonaws.com" } }]
  })
}
