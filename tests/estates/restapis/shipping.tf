# The shipping API: parcels are booked, followed and returned.
resource "aws_api_gateway_rest_api" "shipping" {
  name                         = "shipping"
  description                  = "Books and follows parcels"
  api_key_source               = "HEADER"
  minimum_compression_size     = 2048
  disable_execute_api_endpoint = true

  endpoint_configuration {
    types = ["REGIONAL"]
  }

  tags = {
    Tier = "public"
  }
}

resource "aws_api_gateway_resource" "parcels" {
  rest_api_id = aws_api_gateway_rest_api.shipping.id
  parent_id   = aws_api_gateway_rest_api.shipping.root_resource_id
  path_part   = "parcels"
}

resource "aws_api_gateway_resource" "parcel" {
  rest_api_id = aws_api_gateway_rest_api.shipping.id
  parent_id   = aws_api_gateway_resource.parcels.id
  path_part   = "{parcel}"
}

resource "aws_api_gateway_resource" "returns" {
  rest_api_id = aws_api_gateway_rest_api.shipping.id
  parent_id   = aws_api_gateway_rest_api.shipping.root_resource_id
  path_part   = "returns"
}

resource "aws_api_gateway_authorizer" "customers" {
  rest_api_id   = aws_api_gateway_rest_api.shipping.id
  name          = "customers"
  type          = "COGNITO_USER_POOLS"
  provider_arns = ["arn:aws:cognito-idp:us-east-1:${local.account}:userpool/us-east-1_parcels01", "arn:aws:cognito-idp:us-east-1:${local.account}:userpool/us-east-1_parcels02"]
}

resource "aws_api_gateway_authorizer" "partners" {
  rest_api_id                      = aws_api_gateway_rest_api.shipping.id
  name                             = "partners"
  type                             = "TOKEN"
  authorizer_uri                   = "${local.lambda}:authorize/invocations"
  authorizer_credentials           = aws_iam_role.gateway.arn
  identity_source                  = "method.request.header.X-Partner"
  identity_validation_expression   = "^partner-[0-9]+$"
  authorizer_result_ttl_in_seconds = 60
}

resource "aws_api_gateway_request_validator" "body" {
  rest_api_id           = aws_api_gateway_rest_api.shipping.id
  name                  = "body"
  validate_request_body = true
}

resource "aws_api_gateway_request_validator" "parameters" {
  rest_api_id                 = aws_api_gateway_rest_api.shipping.id
  name                        = "parameters"
  validate_request_parameters = true
}

resource "aws_api_gateway_model" "parcel" {
  rest_api_id  = aws_api_gateway_rest_api.shipping.id
  name         = "Parcel"
  description  = "A parcel as it is booked"
  content_type = "application/json"
  schema = jsonencode({
    "$schema"  = "http://json-schema.org/draft-04/schema#"
    title      = "Parcel"
    type       = "object"
    required   = ["grams"]
    properties = { grams = { type = "integer", minimum = 1 }, fragile = { type = "boolean" } }
  })
}

resource "aws_api_gateway_model" "failure" {
  rest_api_id  = aws_api_gateway_rest_api.shipping.id
  name         = "Failure"
  content_type = "application/json"
  schema       = jsonencode({ type = "object", properties = { reason = { type = "string" } } })
}

resource "aws_api_gateway_method" "book" {
  rest_api_id          = aws_api_gateway_rest_api.shipping.id
  resource_id          = aws_api_gateway_resource.parcels.id
  http_method          = "POST"
  operation_name       = "BookParcel"
  authorization        = "COGNITO_USER_POOLS"
  authorizer_id        = aws_api_gateway_authorizer.customers.id
  authorization_scopes = ["parcels/book", "parcels/pay"]
  api_key_required     = true
  request_validator_id = aws_api_gateway_request_validator.body.id
  request_models       = { "application/json" = aws_api_gateway_model.parcel.name }
  request_parameters = {
    "method.request.header.X-Depot"   = true
    "method.request.querystring.slot" = false
  }
}

resource "aws_api_gateway_integration" "book" {
  rest_api_id             = aws_api_gateway_rest_api.shipping.id
  resource_id             = aws_api_gateway_resource.parcels.id
  http_method             = aws_api_gateway_method.book.http_method
  type                    = "AWS"
  integration_http_method = "POST"
  uri                     = "arn:aws:apigateway:us-east-1:dynamodb:action/PutItem"
  credentials             = aws_iam_role.gateway.arn
  passthrough_behavior    = "WHEN_NO_TEMPLATES"
  content_handling        = "CONVERT_TO_TEXT"
  cache_namespace         = "parcels"
  timeout_milliseconds    = 12000
  request_parameters      = { "integration.request.header.X-Depot" = "method.request.header.X-Depot" }
  request_templates       = { "application/json" = jsonencode({ TableName = "parcels" }) }
}

resource "aws_api_gateway_method_response" "booked" {
  for_each = {
    "201" = aws_api_gateway_model.parcel.name
    "422" = aws_api_gateway_model.failure.name
  }
  rest_api_id         = aws_api_gateway_rest_api.shipping.id
  resource_id         = aws_api_gateway_resource.parcels.id
  http_method         = aws_api_gateway_method.book.http_method
  status_code         = each.key
  response_models     = { "application/json" = each.value }
  response_parameters = { "method.response.header.Location" = each.key == "201" }
}

resource "aws_api_gateway_integration_response" "booked" {
  for_each = {
    "201" = ""
    "422" = "4\\d{2}"
  }
  rest_api_id         = aws_api_gateway_rest_api.shipping.id
  resource_id         = aws_api_gateway_resource.parcels.id
  http_method         = aws_api_gateway_integration.book.http_method
  status_code         = aws_api_gateway_method_response.booked[each.key].status_code
  selection_pattern   = each.value
  content_handling    = "CONVERT_TO_TEXT"
  response_parameters = { "method.response.header.Location" = "integration.response.header.Location" }
  response_templates  = { "application/json" = jsonencode({ status = each.key }) }
}

resource "aws_api_gateway_method" "follow" {
  rest_api_id          = aws_api_gateway_rest_api.shipping.id
  resource_id          = aws_api_gateway_resource.parcel.id
  http_method          = "GET"
  authorization        = "CUSTOM"
  authorizer_id        = aws_api_gateway_authorizer.partners.id
  request_validator_id = aws_api_gateway_request_validator.parameters.id
  request_parameters   = { "method.request.path.parcel" = true }
}

resource "aws_api_gateway_integration" "follow" {
  rest_api_id             = aws_api_gateway_rest_api.shipping.id
  resource_id             = aws_api_gateway_resource.parcel.id
  http_method             = aws_api_gateway_method.follow.http_method
  type                    = "HTTP_PROXY"
  integration_http_method = "GET"
  uri                     = "https://tracking.example.com/parcels/{parcel}"
  request_parameters      = { "integration.request.path.parcel" = "method.request.path.parcel" }

  tls_config {
    insecure_skip_verification = true
  }
}

resource "aws_api_gateway_method" "give_back" {
  rest_api_id   = aws_api_gateway_rest_api.shipping.id
  resource_id   = aws_api_gateway_resource.returns.id
  http_method   = "ANY"
  authorization = "NONE"
}

resource "aws_api_gateway_integration" "give_back" {
  rest_api_id             = aws_api_gateway_rest_api.shipping.id
  resource_id             = aws_api_gateway_resource.returns.id
  http_method             = aws_api_gateway_method.give_back.http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = "${local.lambda}:returns/invocations"
}

resource "aws_api_gateway_gateway_response" "shipping" {
  for_each = {
    MISSING_AUTHENTICATION_TOKEN = "404"
    THROTTLED                    = "429"
    DEFAULT_5XX                  = null
  }
  rest_api_id         = aws_api_gateway_rest_api.shipping.id
  response_type       = each.key
  status_code         = each.value
  response_parameters = { "gatewayresponse.header.Retry-After" = "'30'" }
  response_templates  = { "application/json" = jsonencode({ error = "$context.error.responseType" }) }
}

resource "aws_api_gateway_deployment" "shipping" {
  rest_api_id = aws_api_gateway_rest_api.shipping.id
  description = "The spring release"
  triggers    = { release = "spring" }
  depends_on  = [aws_api_gateway_integration.book, aws_api_gateway_integration.follow, aws_api_gateway_integration.give_back]
}

resource "aws_api_gateway_stage" "live" {
  rest_api_id           = aws_api_gateway_rest_api.shipping.id
  deployment_id         = aws_api_gateway_deployment.shipping.id
  stage_name            = "live"
  description           = "What customers use"
  cache_cluster_enabled = true
  cache_cluster_size    = "0.5"
  xray_tracing_enabled  = true
  variables             = { table = "parcels", depot = "north" }
  tags                  = { Tier = "public" }

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    format          = jsonencode({ id = "$context.requestId", ip = "$context.identity.sourceIp" })
  }
}

resource "aws_api_gateway_stage" "trial" {
  rest_api_id   = aws_api_gateway_rest_api.shipping.id
  deployment_id = aws_api_gateway_deployment.shipping.id
  stage_name    = "trial"
}

resource "aws_api_gateway_method_settings" "live" {
  for_each = {
    "*/*"          = { level = "ERROR", burst = 200, rate = 100 }
    "parcels/POST" = { level = "INFO", burst = 20, rate = 10.5 }
  }
  rest_api_id = aws_api_gateway_rest_api.shipping.id
  stage_name  = aws_api_gateway_stage.live.stage_name
  method_path = each.key

  settings {
    metrics_enabled        = true
    logging_level          = each.value.level
    throttling_burst_limit = each.value.burst
    throttling_rate_limit  = each.value.rate
    caching_enabled        = true
    cache_ttl_in_seconds   = 120
    cache_data_encrypted   = true
  }
}
