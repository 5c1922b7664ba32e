# Stores: where a photo archive keeps what it has. S3's separate bucket resources and objects, and what databases, caches and backups take their settings from.
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
    tags = {
      Estate = "stores"
    }
  }
}

resource "aws_vpc" "this" {
  cidr_block = "10.60.0.0/16"
}

resource "aws_subnet" "private" {
  for_each          = { "us-east-1a" = "10.60.1.0/24", "us-east-1b" = "10.60.2.0/24" }
  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block        = each.value
}

resource "aws_security_group" "cache" {
  name        = "stores-cache"
  description = "The archive's cache"
  vpc_id      = aws_vpc.this.id
}

resource "aws_kms_key" "backups" {
  description = "The archive's backups"
}

resource "aws_iam_role" "replication" {
  name = "stores-replication"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "s3.amazonaws.com" } }]
  })
}

resource "aws_sqs_queue" "uploads" {
  name = "stores-uploads"
}

resource "aws_sqs_queue_policy" "uploads" {
  queue_url = aws_sqs_queue.uploads.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sqs:SendMessage", Principal = { Service = "s3.amazonaws.com" }, Resource = aws_sqs_queue.uploads.arn }]
  })
}

resource "aws_sns_topic" "prints" {
  name = "stores-prints"
}

resource "aws_sns_topic_policy" "prints" {
  arn = aws_sns_topic.prints.arn
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sns:Publish", Principal = { Service = "s3.amazonaws.com" }, Resource = aws_sns_topic.prints.arn }]
  })
}
