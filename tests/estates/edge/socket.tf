resource "aws_apigatewayv2_api" "positions" {
  name                         = "ferry-positions"
  description                  = "Where the ferries are"
  protocol_type                = "WEBSOCKET"
  route_selection_expression   = "$request.body.action"
  api_key_selection_expression = "$context.authorizer.usageIdentifierKey"
}

resource "aws_apigatewayv2_model" "position" {
  api_id       = aws_apigatewayv2_api.positions.id
  name         = "position"
  description  = "One ferry's position"
  content_type = "application/json"
  schema = jsonencode({
    type       = "object"
    properties = { ferry = { type = "string" }, east = { type = "number" }, north = { type = "number" } }
  })
}

resource "aws_apigatewayv2_model" "subscription" {
  api_id       = aws_apigatewayv2_api.positions.id
  name         = "subscription"
  content_type = "application/json"
  schema       = jsonencode({ type = "object", required = ["ferry"] })
}

resource "aws_apigatewayv2_integration" "echo" {
  api_id                        = aws_apigatewayv2_api.positions.id
  integration_type              = "MOCK"
  request_templates             = { "application/json" = "{\"statusCode\":200}" }
  template_selection_expression = "\\$default"
  passthrough_behavior          = "NEVER"
}

resource "aws_apigatewayv2_integration" "subscribe" {
  api_id                    = aws_apigatewayv2_api.positions.id
  integration_type          = "AWS"
  integration_method        = "POST"
  integration_uri           = "${local.functions}:ferry-subscribe/invocations"
  credentials_arn           = "arn:aws:iam::${local.account}:role/ferry-gateway"
  content_handling_strategy = "CONVERT_TO_TEXT"
  passthrough_behavior      = "WHEN_NO_TEMPLATES"
}

resource "aws_apigatewayv2_integration_response" "echo" {
  for_each = toset(["/200/", "/400/"])

  api_id                        = aws_apigatewayv2_api.positions.id
  integration_id                = aws_apigatewayv2_integration.echo.id
  integration_response_key      = each.key
  content_handling_strategy     = "CONVERT_TO_TEXT"
  template_selection_expression = "\\$default"
  response_templates            = { "application/json" = "{\"seen\":true}" }
}

resource "aws_apigatewayv2_integration_response" "subscribe" {
  api_id                   = aws_apigatewayv2_api.positions.id
  integration_id           = aws_apigatewayv2_integration.subscribe.id
  integration_response_key = "$default"
}

resource "aws_apigatewayv2_route" "subscribe" {
  api_id                              = aws_apigatewayv2_api.positions.id
  route_key                           = "subscribe"
  target                              = "integrations/${aws_apigatewayv2_integration.subscribe.id}"
  api_key_required                    = true
  model_selection_expression          = "action"
  request_models                      = { action = aws_apigatewayv2_model.subscription.name }
  route_response_selection_expression = "$default"

  request_parameter {
    request_parameter_key = "route.request.querystring.ferry"
    required              = true
  }
}

resource "aws_apigatewayv2_route" "connect" {
  api_id    = aws_apigatewayv2_api.positions.id
  route_key = "$connect"
  target    = "integrations/${aws_apigatewayv2_integration.echo.id}"
}

resource "aws_apigatewayv2_route_response" "subscribe" {
  api_id                     = aws_apigatewayv2_api.positions.id
  route_id                   = aws_apigatewayv2_route.subscribe.id
  route_response_key         = "$default"
  model_selection_expression = "action"
  response_models            = { action = aws_apigatewayv2_model.position.name }
}

resource "aws_apigatewayv2_route_response" "connect" {
  api_id             = aws_apigatewayv2_api.positions.id
  route_id           = aws_apigatewayv2_route.connect.id
  route_response_key = "$default"
}
