resource "aws_sns_topic" "event" {
  for_each          = { arrival = "Arrivals", departure = "Departures", "customs.hold" = "Customs holds" }
  name              = "harbour-${replace(each.key, ".", "-")}"
  display_name      = each.value
  kms_master_key_id = each.key == "customs.hold" ? aws_kms_key.data.key_id : null
}

resource "aws_sns_topic" "alarms" {
  name = "harbour-alarms"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Alarms"
      Effect    = "Allow"
      Principal = { Service = "cloudwatch.amazonaws.com" }
      Action    = "sns:Publish"
      Resource  = "arn:aws:sns:us-east-1:${local.account}:harbour-alarms"
    }]
  })
}

resource "aws_sqs_queue" "ledger" {
  name                        = "harbour-ledger.fifo"
  fifo_queue                  = true
  content_based_deduplication = true
  deduplication_scope         = "messageGroup"
  fifo_throughput_limit       = "perMessageGroupId"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Arrivals"
      Effect    = "Allow"
      Principal = { Service = "sns.amazonaws.com" }
      Action    = "sqs:SendMessage"
      Resource  = "arn:aws:sqs:us-east-1:${local.account}:harbour-ledger.fifo"
    }]
  })
}

resource "aws_sqs_queue" "replica" {
  provider                = aws.west
  name                    = "harbour-replica"
  sqs_managed_sse_enabled = true
}
