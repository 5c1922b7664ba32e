# A tea shop's web service in production: what `plumbline demo` shows. Only types that Plumbline reads.
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
      Project     = "teashop"
      Environment = "production"
    }
  }
}

data "aws_caller_identity" "current" {}

locals {
  zones   = ["us-east-1a", "us-east-1b"]
  account = data.aws_caller_identity.current.account_id
}

module "bucket" {
  source   = "./modules/bucket"
  for_each = toset(["assets", "orders", "terraform-state"])
  name     = "teashop-${each.key}"
}

resource "aws_s3_bucket_policy" "assets" {
  bucket = module.bucket["assets"].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Storefront"
      Effect    = "Allow"
      Principal = { AWS = aws_iam_role.web.arn }
      Action    = "s3:GetObject"
      Resource  = "${module.bucket["assets"].arn}/*"
    }]
  })
}
