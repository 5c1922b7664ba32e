# Edge: the public face of a ferry line. It holds what stands before its services: HTTP and WebSocket APIs, domain names,
# distributions and certificates, with their blocks filled in.
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
      Estate = "edge"
      Team   = "quay"
    }
  }
}

# The islands' APIs stand nearer to the islands.
provider "aws" {
  alias  = "islands"
  region = "eu-west-1"
}

locals {
  account   = "123456789012"
  functions = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:${local.account}:function"
}
