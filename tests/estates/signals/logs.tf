resource "aws_cloudwatch_log_group" "watch" {
  name              = "/signals/watch"
  retention_in_days = 30
}

resource "aws_cloudwatch_log_group" "lamp" {
  name = "/signals/lamp"
}

resource "aws_cloudwatch_log_stream" "north" {
  name           = "north"
  log_group_name = aws_cloudwatch_log_group.lamp.name
}

resource "aws_cloudwatch_log_stream" "northeast" {
  name           = "north-east"
  log_group_name = aws_cloudwatch_log_group.lamp.name
}

resource "aws_cloudwatch_log_metric_filter" "blind" {
  name           = "blind"
  log_group_name = aws_cloudwatch_log_group.watch.name
  pattern        = "{ $.visibility < 100 }"
  metric_transformation {
    name       = "Blind"
    namespace  = "Signals"
    value      = "1"
    unit       = "Count"
    dimensions = { Tower = "$.tower" }
  }
}

# The same name in another group is another filter.
resource "aws_cloudwatch_log_metric_filter" "lamp" {
  name           = "blind"
  log_group_name = aws_cloudwatch_log_group.lamp.name
  pattern        = "OUT"
  metric_transformation {
    name          = "LampOut"
    namespace     = "Signals"
    value         = "$.count"
    default_value = "0"
  }
}

resource "aws_cloudwatch_log_subscription_filter" "sightings" {
  name            = "sightings"
  log_group_name  = aws_cloudwatch_log_group.watch.name
  filter_pattern  = "{ $.kind = ship }"
  destination_arn = aws_kinesis_stream.sightings.arn
  role_arn        = aws_iam_role.service["logs"].arn
  distribution    = "ByLogStream"
}

resource "aws_cloudwatch_log_subscription_filter" "lamp" {
  name            = "lamp"
  log_group_name  = aws_cloudwatch_log_group.lamp.name
  filter_pattern  = ""
  destination_arn = aws_kinesis_firehose_delivery_stream.sightings.arn
  role_arn        = aws_iam_role.service["logs"].arn
}

resource "aws_cloudwatch_log_resource_policy" "events" {
  policy_name = "signals-events"
  policy_document = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "events.amazonaws.com" }, Action = ["logs:CreateLogStream", "logs:PutLogEvents"], Resource = "arn:aws:logs:us-east-1:${local.account}:log-group:/signals/*" }]
  })
}

resource "aws_cloudwatch_log_resource_policy" "dns" {
  policy_name = "signals-dns"
  policy_document = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "route53.amazonaws.com" }, Action = "logs:PutLogEvents", Resource = "*" }]
  })
}
