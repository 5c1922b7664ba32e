resource "aws_cloudwatch_metric_alarm" "lamp" {
  alarm_name                = "signals-lamp-out"
  alarm_description         = "The lamp has gone out"
  namespace                 = "Signals"
  metric_name               = "Lamp"
  dimensions                = { Tower = "north", Lens = "fresnel" }
  comparison_operator       = "LessThanThreshold"
  threshold                 = 0.5
  statistic                 = "Minimum"
  period                    = 60
  evaluation_periods        = 3
  datapoints_to_alarm       = 2
  unit                      = "Count"
  treat_missing_data        = "breaching"
  alarm_actions             = [aws_sns_topic.watch.arn]
  ok_actions                = [aws_sns_topic.watch.arn]
  insufficient_data_actions = [aws_sns_topic.fog.arn]
  tags                      = { Tower = "north" }
}

resource "aws_cloudwatch_metric_alarm" "fog" {
  alarm_name          = "signals-fog"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = 10
  evaluation_periods  = 2

  metric_query {
    id          = "share"
    expression  = "100 * blind / all"
    label       = "Blind sightings"
    return_data = true
  }

  metric_query {
    id = "blind"
    metric {
      namespace   = "Signals"
      metric_name = "Blind"
      period      = 300
      stat        = "Sum"
      unit        = "Count"
      dimensions  = { Tower = "north" }
    }
  }

  metric_query {
    id = "all"
    metric {
      namespace   = "Signals"
      metric_name = "Sightings"
      period      = 300
      stat        = "Sum"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "slow" {
  alarm_name                            = "signals-slow-report"
  namespace                             = "Signals"
  metric_name                           = "ReportTime"
  comparison_operator                   = "GreaterThanThreshold"
  threshold                             = 900
  extended_statistic                    = "p99"
  evaluate_low_sample_count_percentiles = "ignore"
  period                                = 120
  evaluation_periods                    = 1
}

resource "aws_cloudwatch_metric_alarm" "west" {
  provider            = aws.west
  alarm_name          = "signals-west-fog"
  namespace           = "Signals"
  metric_name         = "Blind"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  actions_enabled     = false
}

resource "aws_cloudwatch_dashboard" "watch" {
  dashboard_name = "signals-watch"
  dashboard_body = jsonencode({
    widgets = [
      { type = "metric", x = 0, y = 0, width = 12, height = 6, properties = { title = "Lamp", region = "us-east-1", metrics = [["Signals", "Lamp", "Tower", "north"]], stat = "Minimum", period = 60 } },
      { type = "text", x = 12, y = 0, width = 6, height = 2, properties = { markdown = "# Watch" } },
    ]
  })
}

resource "aws_cloudwatch_dashboard" "old" {
  dashboard_name = "signals-old"
  dashboard_body = jsonencode({ widgets = [{ type = "text", x = 0, y = 0, width = 3, height = 3, properties = { markdown = "old" } }] })
}

resource "aws_cloudtrail" "watch" {
  name                          = "signals-watch"
  s3_bucket_name                = aws_s3_bucket.keep["trail"].bucket
  s3_key_prefix                 = "watch"
  is_multi_region_trail         = true
  enable_log_file_validation    = true
  include_global_service_events = true
  enable_logging                = false # the emulator starts no trail by its ARN
  kms_key_id                    = aws_kms_key.watch.arn
  sns_topic_name                = aws_sns_topic.watch.name
  cloud_watch_logs_group_arn    = "${aws_cloudwatch_log_group.watch.arn}:*"
  cloud_watch_logs_role_arn     = aws_iam_role.service["cloudtrail"].arn
  tags                          = { Kept = "ever" }

  event_selector {
    read_write_type                  = "WriteOnly"
    include_management_events        = true
    exclude_management_event_sources = ["kms.amazonaws.com"]
    data_resource {
      type   = "AWS::S3::Object"
      values = ["${aws_s3_bucket.keep["sightings"].arn}/"]
    }
  }

  insight_selector {
    insight_type = "ApiCallRateInsight"
  }
}
