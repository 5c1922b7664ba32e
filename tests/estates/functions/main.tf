# A museum's visitor guide: functions and what calls them, its visitors' accounts, names and hours.
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
  region = "us-east-1"

  default_tags {
    tags = {
      Estate = "museum"
    }
  }
}

resource "aws_iam_role" "guide" {
  name = "museum-guide"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = ["lambda.amazonaws.com", "scheduler.amazonaws.com"] }
    }]
  })
}

resource "aws_vpc" "house" {
  cidr_block = "10.60.0.0/16"
}

resource "aws_sqs_queue" "visits" {
  name = "museum-visits"
}

resource "aws_dynamodb_table" "exhibits" {
  name             = "museum-exhibits"
  billing_mode     = "PAY_PER_REQUEST"
  hash_key         = "id"
  stream_enabled   = true
  stream_view_type = "NEW_IMAGE"

  attribute {
    name = "id"
    type = "S"
  }
}
