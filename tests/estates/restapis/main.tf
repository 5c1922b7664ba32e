# Restapis: the public interface of a parcel carrier. It holds every type of API Gateway's REST APIs; the shipping API is
# written out resource by resource, the tariff API is one OpenAPI document.
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
      Estate = "restapis"
      Team   = "parcels"
    }
  }
}

# The second region keeps the API that customers are moving away from.
provider "aws" {
  alias  = "west"
  region = "us-west-2"

  default_tags {
    tags = {
      Estate = "restapis"
    }
  }
}

data "aws_caller_identity" "current" {}

locals {
  account = data.aws_caller_identity.current.account_id
  lambda  = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:${local.account}:function"
}
