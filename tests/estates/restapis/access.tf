# Who may call, how often, and by what names.
resource "aws_iam_role" "gateway" {
  name = "restapis-gateway"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "apigateway.amazonaws.com" } }]
  })
}

resource "aws_cloudwatch_log_group" "access" {
  name = "/restapis/access"
}

resource "aws_api_gateway_account" "this" {
  cloudwatch_role_arn = aws_iam_role.gateway.arn
}

resource "aws_api_gateway_api_key" "partner" {
  for_each    = toset(["courier", "florist", "grocer"])
  name        = "restapis-${each.key}"
  description = "The key of the ${each.key}"
  customer_id = "customer-${each.key}"
  tags        = { Partner = each.key }
}

resource "aws_api_gateway_usage_plan" "partners" {
  name         = "restapis-partners"
  description  = "What partners may ask for"
  product_code = "PARCELS1"

  api_stages {
    api_id = aws_api_gateway_rest_api.shipping.id
    stage  = aws_api_gateway_stage.live.stage_name

    throttle {
      path        = "/parcels/POST"
      burst_limit = 5
      rate_limit  = 2.5
    }

    throttle {
      path        = "/returns/ANY"
      burst_limit = 2
      rate_limit  = 1
    }
  }

  api_stages {
    api_id = aws_api_gateway_rest_api.shipping.id
    stage  = aws_api_gateway_stage.trial.stage_name
  }

  quota_settings {
    limit  = 10000
    offset = 2
    period = "WEEK"
  }

  throttle_settings {
    burst_limit = 50
    rate_limit  = 25
  }

  tags = { Tier = "partner" }
}

resource "aws_api_gateway_usage_plan" "trial" {
  name = "restapis-trial"
}

resource "aws_api_gateway_usage_plan_key" "partner" {
  for_each      = aws_api_gateway_api_key.partner
  usage_plan_id = aws_api_gateway_usage_plan.partners.id
  key_id        = each.value.id
  key_type      = "API_KEY"
}

resource "aws_api_gateway_domain_name" "shipping" {
  domain_name              = "shipping.example.com"
  regional_certificate_arn = "arn:aws:acm:us-east-1:${local.account}:certificate/6a2f6f0e-1b7a-4d1c-9a40-5f7f8f1c0001"
  security_policy          = "TLS_1_2"

  endpoint_configuration {
    types = ["REGIONAL"]
  }

  tags = { Tier = "public" }
}

resource "aws_api_gateway_domain_name" "edge" {
  domain_name     = "parcels.example.com"
  certificate_arn = "arn:aws:acm:us-east-1:${local.account}:certificate/6a2f6f0e-1b7a-4d1c-9a40-5f7f8f1c0002"
}

resource "aws_api_gateway_base_path_mapping" "live" {
  api_id      = aws_api_gateway_rest_api.shipping.id
  stage_name  = aws_api_gateway_stage.live.stage_name
  domain_name = aws_api_gateway_domain_name.shipping.domain_name
  base_path   = "v1"
}

resource "aws_api_gateway_base_path_mapping" "trial" {
  api_id      = aws_api_gateway_rest_api.shipping.id
  stage_name  = aws_api_gateway_stage.trial.stage_name
  domain_name = aws_api_gateway_domain_name.shipping.domain_name
  base_path   = "trial"
}

resource "aws_api_gateway_base_path_mapping" "whole" {
  api_id      = aws_api_gateway_rest_api.shipping.id
  domain_name = aws_api_gateway_domain_name.shipping.domain_name
}
