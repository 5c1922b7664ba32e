resource "aws_scheduler_schedule_group" "hours" {
  for_each = toset(["day", "night"])
  name     = "museum-${each.key}"
  tags     = { Shift = each.key }
}

resource "aws_scheduler_schedule" "open" {
  name                         = "open"
  group_name                   = aws_scheduler_schedule_group.hours["day"].name
  description                  = "The doors open"
  schedule_expression          = "cron(0 9 * * ? *)"
  schedule_expression_timezone = "Europe/Oslo"
  end_date                     = "2031-12-31T23:00:00Z"

  flexible_time_window {
    mode                      = "FLEXIBLE"
    maximum_window_in_minutes = 5
  }

  target {
    arn      = aws_sqs_queue.visits.arn
    role_arn = aws_iam_role.guide.arn
    input    = jsonencode({ doors = "open" })

    dead_letter_config {
      arn = aws_sqs_queue.visits.arn
    }

    retry_policy {
      maximum_event_age_in_seconds = 600
      maximum_retry_attempts       = 3
    }

    sqs_parameters {
      message_group_id = "doors"
    }
  }
}

resource "aws_scheduler_schedule" "clean" {
  name                = "clean"
  schedule_expression = "rate(2 hours)"
  state               = "DISABLED"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:ecs:us-east-1:123456789012:cluster/museum"
    role_arn = aws_iam_role.guide.arn

    ecs_parameters {
      task_definition_arn     = "arn:aws:ecs:us-east-1:123456789012:task-definition/clean:3"
      task_count              = 2
      launch_type             = "FARGATE"
      platform_version        = "1.4.0"
      enable_ecs_managed_tags = true
      propagate_tags          = "TASK_DEFINITION"
      group                   = "cleaners"
      reference_id            = "clean"
      tags                    = { Floor = "second" }

      network_configuration {
        assign_public_ip = true
        security_groups  = ["sg-0123456789abcdef0"]
        subnets          = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
      }
    }
  }
}

resource "aws_sfn_activity" "check" {
  for_each = toset(["coats", "bags"])
  name     = "museum-${each.key}"
  tags     = { Counter = each.key }
}
