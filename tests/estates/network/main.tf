# Network: two networks side by side, with every kind of table, gateway, endpoint and access list, each written inline here and as a resource of its own there.
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
      Estate = "network"
      Team   = "cables"
    }
  }
}

locals {
  zones = { a = 0, b = 1 }
}

# The network that services run in: its rules and routes are resources of their own, but for the public half.
resource "aws_vpc" "main" {
  cidr_block                       = "10.60.0.0/16"
  enable_dns_hostnames             = true
  assign_generated_ipv6_cidr_block = true
  tags                             = { Name = "main" }
}

# The network that offices come in by: what AWS made with it is taken over instead of replaced.
resource "aws_vpc" "office" {
  cidr_block = "10.61.0.0/16"
  tags       = { Name = "office" }
}

resource "aws_default_vpc" "this" {
  enable_dns_hostnames = true
  tags                 = { Name = "do not use" }
}

resource "aws_subnet" "public" {
  for_each                = local.zones
  vpc_id                  = aws_vpc.main.id
  availability_zone       = "us-east-1${each.key}"
  cidr_block              = cidrsubnet(aws_vpc.main.cidr_block, 8, each.value)
  map_public_ip_on_launch = true
  tags                    = { Name = "public-${each.key}" }
}

resource "aws_subnet" "private" {
  for_each          = local.zones
  vpc_id            = aws_vpc.main.id
  availability_zone = "us-east-1${each.key}"
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, 10 + each.value)
  tags              = { Name = "private-${each.key}" }
}

resource "aws_subnet" "office" {
  vpc_id            = aws_vpc.office.id
  availability_zone = "us-east-1a"
  cidr_block        = "10.61.1.0/24"
  tags              = { Name = "office" }
}
