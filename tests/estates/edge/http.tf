resource "aws_apigatewayv2_api" "booking" {
  name                         = "ferry-booking"
  description                  = "Books passages"
  protocol_type                = "HTTP"
  version                      = "2026-05"
  disable_execute_api_endpoint = true

  cors_configuration {
    allow_credentials = true
    allow_headers     = ["Authorization", "Content-Type"]
    allow_methods     = ["GET", "POST"]
    allow_origins     = ["https://ferry.example", "https://tickets.ferry.example"]
    expose_headers    = ["X-Passage"]
    max_age           = 600
  }

  tags = { Name = "ferry-booking" }
}

resource "aws_apigatewayv2_integration" "passages" {
  api_id                 = aws_apigatewayv2_api.booking.id
  description            = "Asks the passages' function"
  integration_type       = "AWS_PROXY"
  integration_method     = "POST"
  integration_uri        = "${local.functions}:ferry-passages/invocations"
  payload_format_version = "2.0"
  timeout_milliseconds   = 9000
}

resource "aws_apigatewayv2_integration" "weather" {
  api_id             = aws_apigatewayv2_api.booking.id
  integration_type   = "HTTP_PROXY"
  integration_method = "GET"
  integration_uri    = "https://weather.example/{proxy}"
  request_parameters = {
    "append:header.x-line" = "ferry"
    "overwrite:path"       = "/v2/weather"
  }

  response_parameters {
    status_code = "200"
    mappings    = { "append:header.x-source" = "weather" }
  }

  response_parameters {
    status_code = "503"
    mappings    = { "overwrite:statuscode" = "502" }
  }

  tls_config {
    server_name_to_verify = "weather.example"
  }
}

resource "aws_apigatewayv2_authorizer" "crew" {
  api_id           = aws_apigatewayv2_api.booking.id
  name             = "crew"
  authorizer_type  = "JWT"
  identity_sources = ["$request.header.Authorization"]

  jwt_configuration {
    audience = ["crew", "harbour-master"]
    issuer   = "https://login.ferry.example"
  }
}

resource "aws_apigatewayv2_authorizer" "partners" {
  api_id                            = aws_apigatewayv2_api.booking.id
  name                              = "partners"
  authorizer_type                   = "REQUEST"
  authorizer_uri                    = "${local.functions}:ferry-partners/invocations"
  authorizer_credentials_arn        = "arn:aws:iam::${local.account}:role/ferry-authorizer"
  authorizer_payload_format_version = "2.0"
  authorizer_result_ttl_in_seconds  = 120
  enable_simple_responses           = true
  identity_sources                  = ["$request.header.X-Partner", "$request.querystring.line"]
}

resource "aws_apigatewayv2_route" "passages" {
  for_each = {
    "GET /passages"      = "CUSTOM"
    "POST /passages"     = "CUSTOM"
    "GET /crew/passages" = "JWT"
  }

  api_id               = aws_apigatewayv2_api.booking.id
  route_key            = each.key
  operation_name       = replace(title(each.key), "/[^A-Za-z]/", "")
  target               = "integrations/${aws_apigatewayv2_integration.passages.id}"
  authorization_type   = each.value
  authorizer_id        = each.value == "JWT" ? aws_apigatewayv2_authorizer.crew.id : aws_apigatewayv2_authorizer.partners.id
  authorization_scopes = each.value == "JWT" ? ["passages:read"] : null
}

resource "aws_apigatewayv2_route" "weather" {
  api_id    = aws_apigatewayv2_api.booking.id
  route_key = "ANY /weather/{proxy+}"
  target    = "integrations/${aws_apigatewayv2_integration.weather.id}"
}

# One for each line: many routes take one listing. (Every request that makes one is also a second of the emulator's clock, and
# it takes sixty until a certificate is issued.)
resource "aws_apigatewayv2_route" "lines" {
  for_each = toset([for line in range(48) : format("%02d", line)])

  api_id    = aws_apigatewayv2_api.booking.id
  route_key = "GET /lines/${each.key}"
  target    = "integrations/${aws_apigatewayv2_integration.passages.id}"
}

resource "aws_apigatewayv2_stage" "live" {
  api_id      = aws_apigatewayv2_api.booking.id
  name        = "$default"
  description = "What passengers see"
  auto_deploy = true

  access_log_settings {
    destination_arn = "arn:aws:logs:us-east-1:${local.account}:log-group:/ferry/booking"
    format          = "$context.requestId $context.status"
  }

  default_route_settings {
    detailed_metrics_enabled = true
    throttling_burst_limit   = 200
    throttling_rate_limit    = 100.5
  }

  route_settings {
    route_key              = aws_apigatewayv2_route.weather.route_key
    throttling_burst_limit = 20
    throttling_rate_limit  = 10
  }

  stage_variables = { season = "summer" }
  tags            = { Name = "ferry-live" }
}

resource "aws_apigatewayv2_stage" "rehearsal" {
  api_id      = aws_apigatewayv2_api.booking.id
  name        = "rehearsal"
  auto_deploy = true
}

import {
  to = aws_apigatewayv2_domain_name.booking
  id = "booking.ferry.example"
}

resource "aws_apigatewayv2_domain_name" "booking" {
  domain_name = "booking.ferry.example"

  domain_name_configuration {
    certificate_arn = "arn:aws:acm:us-east-1:${local.account}:certificate/7c0a5d0e-2f4b-4b2e-9b1d-0a1b2c3d4e5f"
    endpoint_type   = "REGIONAL"
    security_policy = "TLS_1_2"
  }

  tags = { Name = "ferry-booking" }

  lifecycle {
    ignore_changes = [mutual_tls_authentication]
  }
}

import {
  to = aws_apigatewayv2_domain_name.parcels
  id = "parcels.ferry.example"
}

resource "aws_apigatewayv2_domain_name" "parcels" {
  domain_name = "parcels.ferry.example"

  domain_name_configuration {
    certificate_arn = "arn:aws:acm:us-east-1:${local.account}:certificate/7c0a5d0e-2f4b-4b2e-9b1d-0a1b2c3d4e5f"
    endpoint_type   = "REGIONAL"
    security_policy = "TLS_1_2"
  }

  tags = { Name = "ferry-parcels" }

  lifecycle {
    ignore_changes = [mutual_tls_authentication]
  }
}

import {
  to = aws_apigatewayv2_domain_name.tickets
  id = "tickets.ferry.example"
}

resource "aws_apigatewayv2_domain_name" "tickets" {
  domain_name = "tickets.ferry.example"

  domain_name_configuration {
    certificate_arn = "arn:aws:acm:us-east-1:${local.account}:certificate/7c0a5d0e-2f4b-4b2e-9b1d-0a1b2c3d4e5f"
    endpoint_type   = "REGIONAL"
    security_policy = "TLS_1_2"
  }

  tags = { Name = "ferry-tickets" }

  lifecycle {
    ignore_changes = [mutual_tls_authentication]
  }
}

resource "aws_apigatewayv2_api_mapping" "booking" {
  api_id      = aws_apigatewayv2_api.booking.id
  domain_name = aws_apigatewayv2_domain_name.booking.id
  stage       = aws_apigatewayv2_stage.live.id
}

resource "aws_apigatewayv2_api_mapping" "rehearsal" {
  api_id          = aws_apigatewayv2_api.booking.id
  domain_name     = aws_apigatewayv2_domain_name.booking.id
  stage           = aws_apigatewayv2_stage.rehearsal.id
  api_mapping_key = "rehearsal"
}

# The islands' timetable, in another region.
resource "aws_apigatewayv2_api" "islands" {
  provider      = aws.islands
  name          = "ferry-islands"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_integration" "islands" {
  provider           = aws.islands
  api_id             = aws_apigatewayv2_api.islands.id
  integration_type   = "HTTP_PROXY"
  integration_method = "GET"
  integration_uri    = "https://islands.example/timetable"
}

resource "aws_apigatewayv2_route" "islands" {
  provider  = aws.islands
  api_id    = aws_apigatewayv2_api.islands.id
  route_key = "GET /timetable"
  target    = "integrations/${aws_apigatewayv2_integration.islands.id}"
}

resource "aws_apigatewayv2_stage" "islands" {
  provider    = aws.islands
  api_id      = aws_apigatewayv2_api.islands.id
  name        = "v1"
  auto_deploy = true
}

# Its routes come from its OpenAPI document.
resource "aws_apigatewayv2_api" "tariff" {
  name          = "ferry-tariff"
  protocol_type = "HTTP"
  body = jsonencode({
    openapi = "3.0.1"
    info    = { title = "ferry-tariff", version = "1.0" }
    paths = {
      "/tariff" = {
        get = {
          x-amazon-apigateway-integration = {
            type                 = "HTTP_PROXY"
            httpMethod           = "GET"
            uri                  = "https://tariff.example"
            payloadFormatVersion = "1.0"
          }
        }
      }
    }
  })
}
