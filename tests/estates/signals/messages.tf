resource "aws_sqs_queue" "log" {
  name                       = "signals-log"
  visibility_timeout_seconds = 60
}

resource "aws_sqs_queue" "lost" {
  name = "signals-lost"
}

# Its policy and its dead letters are its own; those of the others are resources of theirs.
resource "aws_sqs_queue" "reports" {
  name           = "signals-reports"
  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.lost.arn, maxReceiveCount = 3 })
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Sid = "Towers", Effect = "Allow", Principal = { AWS = local.account }, Action = "sqs:SendMessage", Resource = "arn:aws:sqs:us-east-1:${local.account}:signals-reports" }]
  })
}

resource "aws_sqs_queue_policy" "log" {
  queue_url = aws_sqs_queue.log.url
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Events"
      Effect    = "Allow"
      Principal = { Service = "events.amazonaws.com" }
      Action    = "sqs:SendMessage"
      Resource  = aws_sqs_queue.log.arn
      Condition = { ArnLike = { "aws:SourceArn" = "arn:aws:events:us-east-1:${local.account}:rule/*" } }
    }]
  })
}

resource "aws_sqs_queue_policy" "lost" {
  queue_url = aws_sqs_queue.lost.url
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "events.amazonaws.com" }, Action = "sqs:SendMessage", Resource = aws_sqs_queue.lost.arn }]
  })
}

# The emulator forgets a queue's policy when its dead letters are set: this queue has none.
resource "aws_sqs_queue" "spare" {
  name = "signals-spare"
}

resource "aws_sqs_queue_redrive_policy" "spare" {
  queue_url      = aws_sqs_queue.spare.url
  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.lost.arn, maxReceiveCount = 5 })
}

resource "aws_sns_topic" "watch" {
  name         = "signals-watch"
  display_name = "Watch"
}

resource "aws_sns_topic" "fog" {
  name = "signals-fog"
}

resource "aws_sns_topic_policy" "watch" {
  arn = aws_sns_topic.watch.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Id      = "watch"
    Statement = [
      { Sid = "Alarms", Effect = "Allow", Principal = { Service = "cloudwatch.amazonaws.com" }, Action = "sns:Publish", Resource = aws_sns_topic.watch.arn },
      { Sid = "Trail", Effect = "Allow", Principal = { Service = "cloudtrail.amazonaws.com" }, Action = "sns:Publish", Resource = aws_sns_topic.watch.arn },
    ]
  })
}

resource "aws_sns_topic_subscription" "log" {
  topic_arn            = aws_sns_topic.watch.arn
  protocol             = "sqs"
  endpoint             = aws_sqs_queue.log.arn
  raw_message_delivery = true
  filter_policy_scope  = "MessageBody"
  filter_policy        = jsonencode({ kind = ["ship", "wreck"], tonnage = [{ numeric = [">=", 100] }] })
  redrive_policy       = jsonencode({ deadLetterTargetArn = aws_sqs_queue.lost.arn })
}

resource "aws_sns_topic_subscription" "harbour" {
  topic_arn              = aws_sns_topic.fog.arn
  protocol               = "https"
  endpoint               = "https://harbour.example.com/fog"
  endpoint_auto_confirms = true
  delivery_policy        = jsonencode({ healthyRetryPolicy = { minDelayTarget = 5, maxDelayTarget = 60, numRetries = 8, backoffFunction = "linear" } })
}

resource "aws_sns_topic_subscription" "reports" {
  topic_arn = aws_sns_topic.fog.arn
  protocol  = "sqs"
  endpoint  = aws_sqs_queue.reports.arn
}
