# Harbour: the booking service of a container port. It holds all types that are read first, with their attributes set, not left at defaults.
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
      Estate = "harbour"
      Team   = "quay"
    }
  }
}

# The second region keeps what has to outlive the first.
provider "aws" {
  alias             = "west"
  region            = "us-west-2"
  s3_use_path_style = true

  default_tags {
    tags = {
      Estate = "harbour"
      Role   = "standby"
    }
  }
}

data "aws_caller_identity" "current" {}

locals {
  account = data.aws_caller_identity.current.account_id
}

module "network" {
  source = "./modules/network"
  name   = "harbour"
  cidr   = "10.40.0.0/16"
  zones = {
    "us-east-1a" = { public = "10.40.0.0/22", private = "10.40.64.0/20" }
    "us-east-1b" = { public = "10.40.4.0/22", private = "10.40.80.0/20" }
  }
}

module "standby" {
  source    = "./modules/network"
  providers = { aws = aws.west }
  name      = "harbour-standby"
  cidr      = "10.41.0.0/16"
  zones     = { "us-west-2a" = { public = "10.41.0.0/22", private = "10.41.64.0/20" } }
}

module "bucket" {
  source   = "./modules/bucket"
  for_each = local.buckets

  name        = "harbour-${each.key}"
  versioned   = each.value.versioned
  kms_key_arn = each.value.encrypted ? aws_kms_key.data.arn : null
  readers     = each.value.readers
}

module "queue" {
  source   = "./modules/queue"
  for_each = toset(["bookings", "manifests"])

  name       = "harbour-${each.key}"
  kms_key_id = each.key == "manifests" ? aws_kms_key.data.key_id : null
}

module "worker" {
  source = "./modules/worker"
  count  = 2

  name            = "harbour-worker-${count.index}"
  cluster         = aws_ecs_cluster.quay.arn
  execution_role  = aws_iam_role.task.arn
  subnets         = module.network.private_subnet_ids
  security_groups = [aws_security_group.workers.id]
  tasks           = 2 + count.index
}
