resource "aws_cloudwatch_event_bus" "sea" {
  name               = "signals-sea"
  description        = "What is seen at sea"
  kms_key_identifier = aws_kms_key.watch.arn
  dead_letter_config {
    arn = aws_sqs_queue.lost.arn
  }
  tags = { Side = "sea" }
}

resource "aws_cloudwatch_event_bus" "land" {
  name = "signals-land"
}

resource "aws_cloudwatch_event_bus_policy" "sea" {
  event_bus_name = aws_cloudwatch_event_bus.sea.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Ships"
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::210987654321:root" }
      Action    = "events:PutEvents"
      Resource  = aws_cloudwatch_event_bus.sea.arn
    }]
  })
}

resource "aws_cloudwatch_event_bus_policy" "land" {
  event_bus_name = aws_cloudwatch_event_bus.land.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Carts"
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::210987654321:root" }
      Action    = "events:PutEvents"
      Resource  = aws_cloudwatch_event_bus.land.arn
    }]
  })
}

resource "aws_cloudwatch_event_archive" "sea" {
  name             = "signals-sea"
  description      = "Every ship for a month"
  event_source_arn = aws_cloudwatch_event_bus.sea.arn
  retention_days   = 30
  event_pattern    = jsonencode({ source = ["signals.ship"], detail = { tonnage = [{ numeric = [">", 100] }] } })
}

resource "aws_cloudwatch_event_archive" "land" {
  name             = "signals-land"
  event_source_arn = aws_cloudwatch_event_bus.land.arn
}

resource "aws_cloudwatch_event_rule" "ship" {
  name           = "signals-ship"
  description    = "A ship was sighted"
  event_bus_name = aws_cloudwatch_event_bus.sea.name
  event_pattern  = jsonencode({ source = ["signals.ship"], "detail-type" = ["Sighted", "Lost"] })
  role_arn       = aws_iam_role.service["events"].arn
  tags           = { Kind = "ship" }
}

resource "aws_cloudwatch_event_rule" "wreck" {
  name           = "signals-wreck"
  event_bus_name = aws_cloudwatch_event_bus.sea.arn
  event_pattern  = jsonencode({ source = ["signals.wreck"] })
}

resource "aws_cloudwatch_event_rule" "dusk" {
  name                = "signals-dusk"
  description         = "Light the lamp"
  schedule_expression = "cron(0 18 * * ? *)"
  state               = "ENABLED"
}

resource "aws_cloudwatch_event_rule" "dawn" {
  name                = "signals-dawn"
  schedule_expression = "rate(1 day)"
  state               = "DISABLED"
}

resource "aws_cloudwatch_event_target" "log" {
  rule           = aws_cloudwatch_event_rule.ship.name
  event_bus_name = aws_cloudwatch_event_bus.sea.name
  target_id      = "log"
  arn            = aws_sqs_queue.log.arn
  sqs_target {
    message_group_id = "ships"
  }
  input_transformer {
    input_paths    = { name = "$.detail.name", flag = "$.detail.flag" }
    input_template = "{\"ship\": <name>, \"flag\": <flag>}"
  }
  retry_policy {
    maximum_event_age_in_seconds = 3600
    maximum_retry_attempts       = 4
  }
  dead_letter_config {
    arn = aws_sqs_queue.lost.arn
  }
}

# Another account's bus on the other coast: the target's ARN is not where the target is.
resource "aws_cloudwatch_event_target" "ally" {
  rule           = aws_cloudwatch_event_rule.ship.name
  event_bus_name = aws_cloudwatch_event_bus.sea.name
  target_id      = "ally"
  arn            = "arn:aws:events:eu-west-1:210987654321:event-bus/ally"
  role_arn       = aws_iam_role.service["events"].arn
}

resource "aws_cloudwatch_event_target" "stream" {
  rule      = aws_cloudwatch_event_rule.dusk.name
  target_id = "stream"
  arn       = aws_kinesis_stream.sightings.arn
  role_arn  = aws_iam_role.service["events"].arn
  kinesis_target {
    partition_key_path = "$.id"
  }
}

resource "aws_cloudwatch_event_target" "crew" {
  rule      = aws_cloudwatch_event_rule.dusk.name
  target_id = "crew"
  arn       = "arn:aws:ecs:us-east-1:${local.account}:cluster/signals"
  role_arn  = aws_iam_role.service["events"].arn
  input     = jsonencode({ containerOverrides = [{ name = "lamp", command = ["light"] }] })
  ecs_target {
    task_definition_arn     = "arn:aws:ecs:us-east-1:${local.account}:task-definition/lamp:3"
    task_count              = 2
    launch_type             = "FARGATE"
    platform_version        = "1.4.0"
    group                   = "lamps"
    enable_ecs_managed_tags = true
    enable_execute_command  = true
    propagate_tags          = "TASK_DEFINITION"
    tags                    = { Tower = "north" }
    network_configuration {
      subnets          = ["subnet-0a1b2c3d", "subnet-4e5f6a7b"]
      security_groups  = ["sg-0a1b2c3d"]
      assign_public_ip = true
    }
  }
}

resource "aws_cloudwatch_event_target" "commands" {
  rule      = aws_cloudwatch_event_rule.dawn.name
  target_id = "commands"
  arn       = "arn:aws:ssm:us-east-1::document/AWS-RunShellScript"
  role_arn  = aws_iam_role.service["events"].arn
  run_command_targets {
    key    = "tag:Tower"
    values = ["north", "south"]
  }
}

resource "aws_cloudwatch_event_target" "call" {
  rule      = aws_cloudwatch_event_rule.dawn.name
  target_id = "call"
  arn       = "arn:aws:execute-api:us-east-1:${local.account}:a1b2c3d4e5/prod/POST/reports"
  http_target {
    path_parameter_values   = ["north"]
    header_parameters       = { X-Tower = "north" }
    query_string_parameters = { kind = "dawn" }
  }
}
