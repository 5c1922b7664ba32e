# The tariff API is a document: its paths are nobody's resources.
resource "aws_api_gateway_rest_api" "tariff" {
  name        = "tariff"
  description = "What a parcel costs"

  body = jsonencode({
    openapi = "3.0.1"
    info    = { title = "tariff", version = "1.0" }
    paths = {
      "/tariff" = {
        get = {
          responses = { "200" = { description = "The tariff" } }
          "x-amazon-apigateway-integration" = {
            type       = "HTTP_PROXY"
            httpMethod = "GET"
            uri        = "https://tariff.example.com/now"
          }
        }
      }
    }
  })
}

# The provider before version 6 makes the stage with the deployment.
resource "aws_api_gateway_deployment" "tariff" {
  rest_api_id = aws_api_gateway_rest_api.tariff.id
  description = "The tariff of the year"
  stage_name  = "now"
  variables   = { year = "2026" }
}

# The API that customers are moving away from, in the second region.
resource "aws_api_gateway_rest_api" "old" {
  provider    = aws.west
  name        = "old-shipping"
  description = "Goes when the last customer has moved"
}

resource "aws_api_gateway_resource" "old" {
  provider    = aws.west
  rest_api_id = aws_api_gateway_rest_api.old.id
  parent_id   = aws_api_gateway_rest_api.old.root_resource_id
  path_part   = "parcels"
}

resource "aws_api_gateway_method" "old" {
  provider      = aws.west
  rest_api_id   = aws_api_gateway_rest_api.old.id
  resource_id   = aws_api_gateway_resource.old.id
  http_method   = "OPTIONS"
  authorization = "NONE"
}

resource "aws_api_gateway_integration" "old" {
  provider          = aws.west
  rest_api_id       = aws_api_gateway_rest_api.old.id
  resource_id       = aws_api_gateway_resource.old.id
  http_method       = aws_api_gateway_method.old.http_method
  type              = "MOCK"
  request_templates = { "application/json" = jsonencode({ statusCode = 200 }) }
}

resource "aws_api_gateway_method_response" "old" {
  provider    = aws.west
  rest_api_id = aws_api_gateway_rest_api.old.id
  resource_id = aws_api_gateway_resource.old.id
  http_method = aws_api_gateway_method.old.http_method
  status_code = "200"
}

resource "aws_api_gateway_integration_response" "old" {
  provider    = aws.west
  rest_api_id = aws_api_gateway_rest_api.old.id
  resource_id = aws_api_gateway_resource.old.id
  http_method = aws_api_gateway_integration.old.http_method
  status_code = aws_api_gateway_method_response.old.status_code
}

# What changes behind Terraform's back here is a method that nothing integrates.
resource "aws_api_gateway_rest_api" "sandbox" {
  name = "sandbox"
}

resource "aws_api_gateway_resource" "sandbox" {
  rest_api_id = aws_api_gateway_rest_api.sandbox.id
  parent_id   = aws_api_gateway_rest_api.sandbox.root_resource_id
  path_part   = "echo"
}

resource "aws_api_gateway_method" "sandbox" {
  for_each      = toset(["GET", "PUT"])
  rest_api_id   = aws_api_gateway_rest_api.sandbox.id
  resource_id   = aws_api_gateway_resource.sandbox.id
  http_method   = each.key
  authorization = "AWS_IAM"
}
