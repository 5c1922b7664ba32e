resource "aws_ecs_cluster" "quay" {
  name = "harbour-quay"

  setting {
    name  = "containerInsights"
    value = "enabled"
  }

  tags = { Name = "harbour-quay" }
}

resource "aws_cloudwatch_log_group" "audit" {
  name              = "/harbour/audit"
  retention_in_days = 365
  kms_key_id        = aws_kms_key.data.arn
}

resource "aws_cloudwatch_log_group" "function" {
  for_each          = toset(["relay", "tidy"])
  name              = "/aws/lambda/harbour-${each.key}"
  retention_in_days = 14
}

resource "aws_lambda_function" "relay" {
  function_name                  = "harbour-relay"
  description                    = "Relays arrivals to the ledger"
  role                           = aws_iam_role.function.arn
  filename                       = "${path.module}/relay.zip"
  source_code_hash               = filebase64sha256("${path.module}/relay.zip")
  handler                        = "relay.handler"
  runtime                        = "python3.12"
  architectures                  = ["arm64"]
  memory_size                    = 512
  timeout                        = 30
  reserved_concurrent_executions = 5

  environment {
    variables = {
      LEDGER = aws_sqs_queue.ledger.url
      LEVEL  = "info"
    }
  }

  dead_letter_config {
    target_arn = module.queue["bookings"].dead_arn
  }

  vpc_config {
    subnet_ids         = module.network.private_subnet_ids
    security_group_ids = [aws_security_group.workers.id]
  }

  tracing_config {
    mode = "Active"
  }

  ephemeral_storage {
    size = 1024
  }

  tags = { Name = "harbour-relay" }
}

resource "aws_lambda_function" "tidy" {
  function_name = "harbour-tidy"
  role          = aws_iam_role.function.arn
  filename      = "${path.module}/relay.zip"
  handler       = "relay.tidy"
  runtime       = "python3.12"
}
