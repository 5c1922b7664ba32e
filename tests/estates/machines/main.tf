# Machines: a render farm. Instances, what scales and balances them, and the containers that run beside them.
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
      Estate = "machines"
      Team   = "render"
    }
  }
}

locals {
  image = "ami-12c6146b"
}

resource "aws_vpc" "farm" {
  cidr_block = "10.60.0.0/16"
  tags       = { Name = "machines" }
  depends_on = [aws_acm_certificate.preview]
}

resource "aws_subnet" "farm" {
  for_each          = { "us-east-1a" = "10.60.0.0/20", "us-east-1b" = "10.60.16.0/20" }
  vpc_id            = aws_vpc.farm.id
  availability_zone = each.key
  cidr_block        = each.value
  tags              = { Name = "machines-${each.key}" }
}

resource "aws_security_group" "farm" {
  name        = "machines-farm"
  description = "The render farm"
  vpc_id      = aws_vpc.farm.id

  ingress {
    description = "HTTP inside"
    protocol    = "tcp"
    from_port   = 80
    to_port     = 80
    cidr_blocks = ["10.60.0.0/16"]
  }
}

resource "aws_iam_role" "worker" {
  name       = "machines-worker"
  depends_on = [aws_acm_certificate.preview]

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = ["ec2.amazonaws.com", "ecs-tasks.amazonaws.com"] }
    }]
  })
}

resource "aws_iam_instance_profile" "worker" {
  name = "machines-worker"
  role = aws_iam_role.worker.name
}

resource "aws_kms_key" "disks" {
  description             = "What the farm keeps on disk"
  deletion_window_in_days = 7
  depends_on              = [aws_acm_certificate.preview]
}
