resource "aws_lambda_layer_version" "labels" {
  for_each = toset(["labels", "maps"])

  layer_name               = "museum-${each.key}"
  description              = "The ${each.key} of the rooms"
  filename                 = "${path.module}/guide.zip"
  source_code_hash         = filebase64sha256("${path.module}/guide.zip")
  compatible_runtimes      = ["python3.12", "python3.13"]
  compatible_architectures = ["arm64"]
  license_info             = "MIT"
}

resource "aws_lambda_function" "guide" {
  for_each = toset(["guide", "counter"])

  function_name    = "museum-${each.key}"
  role             = aws_iam_role.guide.arn
  filename         = "${path.module}/guide.zip"
  source_code_hash = filebase64sha256("${path.module}/guide.zip")
  handler          = "guide.handler"
  runtime          = "python3.12"
  publish          = true
  layers           = [aws_lambda_layer_version.labels["labels"].arn]
}

resource "aws_lambda_alias" "open" {
  name             = "open"
  description      = "What visitors are shown"
  function_name    = aws_lambda_function.guide["guide"].function_name
  function_version = aws_lambda_function.guide["guide"].version

  routing_config {
    additional_version_weights = { "$LATEST" = 0.1 }
  }
}

# Named by the function's ARN, as examples in the provider's documentation do.
resource "aws_lambda_alias" "night" {
  name             = "night"
  function_name    = aws_lambda_function.guide["guide"].arn
  function_version = aws_lambda_function.guide["guide"].version
}

resource "aws_lambda_event_source_mapping" "visits" {
  function_name                      = aws_lambda_function.guide["counter"].function_name
  event_source_arn                   = aws_sqs_queue.visits.arn
  batch_size                         = 20
  maximum_batching_window_in_seconds = 5
  function_response_types            = ["ReportBatchItemFailures"]

  filter_criteria {
    filter {
      pattern = jsonencode({ body = { room = [{ prefix = "north" }] } })
    }
    filter {
      pattern = jsonencode({ body = { age = [{ numeric = [">", 6] }] } })
    }
  }

  scaling_config {
    maximum_concurrency = 4
  }
}

resource "aws_lambda_event_source_mapping" "exhibits" {
  function_name                  = aws_lambda_function.guide["guide"].arn
  event_source_arn               = aws_dynamodb_table.exhibits.stream_arn
  starting_position              = "LATEST"
  enabled                        = true
  parallelization_factor         = 2
  maximum_record_age_in_seconds  = 3600
  maximum_retry_attempts         = 2
  bisect_batch_on_function_error = true
  tumbling_window_in_seconds     = 30

  destination_config {
    on_failure {
      destination_arn = aws_sqs_queue.visits.arn
    }
  }
}

resource "aws_lambda_function_event_invoke_config" "guide" {
  for_each = aws_lambda_function.guide

  function_name                = each.value.function_name
  maximum_event_age_in_seconds = 1800
  maximum_retry_attempts       = 1

  destination_config {
    on_failure {
      destination = aws_sqs_queue.visits.arn
    }
  }
}

resource "aws_lambda_function_url" "guide" {
  function_name      = aws_lambda_function.guide["guide"].function_name
  authorization_type = "AWS_IAM"
  invoke_mode        = "RESPONSE_STREAM"

  cors {
    allow_credentials = true
    allow_headers     = ["date", "x-room"]
    allow_methods     = ["GET", "POST"]
    allow_origins     = ["https://museum.example"]
    expose_headers    = ["etag"]
    max_age           = 600
  }
}

resource "aws_lambda_function_url" "counter" {
  function_name      = aws_lambda_function.guide["counter"].function_name
  authorization_type = "AWS_IAM"
}

resource "aws_lambda_permission" "guide" {
  for_each = {
    bell   = { principal = "events.amazonaws.com", source = "arn:aws:events:us-east-1:123456789012:rule/museum-bell" }
    photos = { principal = "s3.amazonaws.com", source = "arn:aws:s3:::museum-photos" }
    tills  = { principal = "sns.amazonaws.com", source = "arn:aws:sns:us-east-1:123456789012:museum-tills" }
  }

  statement_id   = each.key
  action         = "lambda:InvokeFunction"
  function_name  = aws_lambda_function.guide["guide"].function_name
  principal      = each.value.principal
  source_arn     = each.value.source
  source_account = each.key == "photos" ? "123456789012" : null
}
