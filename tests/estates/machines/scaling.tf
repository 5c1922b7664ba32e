resource "aws_launch_template" "worker" {
  name                   = "machines-worker"
  description            = "Workers"
  image_id               = local.image
  instance_type          = "t3.small"
  ebs_optimized          = true
  vpc_security_group_ids = [aws_security_group.farm.id]
  user_data              = base64encode("#!/bin/sh\nexit 0\n")

  iam_instance_profile {
    name = aws_iam_instance_profile.worker.name
  }

  metadata_options {
    http_tokens                 = "required"
    http_put_response_hop_limit = 2
  }

  monitoring {
    enabled = true
  }

  tag_specifications {
    resource_type = "instance"
    tags          = { Name = "machines-worker" }
  }
}

resource "aws_launch_template" "burst" {
  name          = "machines-burst"
  image_id      = local.image
  instance_type = "c5.large"

  block_device_mappings {
    device_name = "/dev/sda1"

    ebs {
      volume_size           = 24
      volume_type           = "gp3"
      iops                  = 3500
      delete_on_termination = true
    }
  }

  instance_market_options {
    market_type = "spot"

    spot_options {
      max_price = "0.05"
    }
  }

  network_interfaces {
    associate_public_ip_address = false
    delete_on_termination       = true
    security_groups             = [aws_security_group.farm.id]
  }

  placement {
    tenancy = "default"
  }
}

resource "aws_autoscaling_group" "fleet" {
  name                      = "machines-fleet"
  min_size                  = 0
  max_size                  = 6
  desired_capacity          = 1
  health_check_type         = "ELB"
  health_check_grace_period = 90
  vpc_zone_identifier       = [for subnet in aws_subnet.farm : subnet.id]
  target_group_arns         = [aws_lb_target_group.render.arn]
  termination_policies      = ["OldestInstance", "Default"]
  enabled_metrics           = ["GroupDesiredCapacity", "GroupInServiceInstances"]
  suspended_processes       = ["AZRebalance"]
  protect_from_scale_in     = true

  launch_template {
    id      = aws_launch_template.worker.id
    version = "$Latest"
  }

  tag {
    key                 = "Name"
    value               = "machines-fleet"
    propagate_at_launch = true
  }
}

resource "aws_autoscaling_group" "burst" {
  name                = "machines-burst"
  min_size            = 0
  max_size            = 2
  vpc_zone_identifier = [aws_subnet.farm["us-east-1b"].id]
  capacity_rebalance  = true

  mixed_instances_policy {
    instances_distribution {
      on_demand_base_capacity                  = 0
      on_demand_percentage_above_base_capacity = 20
      spot_allocation_strategy                 = "capacity-optimized"
    }

    launch_template {
      launch_template_specification {
        launch_template_id = aws_launch_template.burst.id
        version            = "1"
      }

      override {
        instance_type     = "c5.large"
        weighted_capacity = "1"
      }

      override {
        instance_type     = "c5.xlarge"
        weighted_capacity = "2"
      }
    }
  }
}

resource "aws_autoscaling_policy" "queue" {
  name                      = "queue"
  autoscaling_group_name    = aws_autoscaling_group.fleet.name
  policy_type               = "StepScaling"
  adjustment_type           = "ChangeInCapacity"
  metric_aggregation_type   = "Average"
  estimated_instance_warmup = 120

  step_adjustment {
    metric_interval_lower_bound = 0
    metric_interval_upper_bound = 10
    scaling_adjustment          = 1
  }

  step_adjustment {
    metric_interval_lower_bound = 10
    scaling_adjustment          = 2
  }
}

resource "aws_autoscaling_policy" "processor" {
  name                   = "processor"
  autoscaling_group_name = aws_autoscaling_group.fleet.name
  policy_type            = "TargetTrackingScaling"

  target_tracking_configuration {
    target_value = 55

    customized_metric_specification {
      metric_name = "Load"
      namespace   = "Render"
      statistic   = "Average"

      metric_dimension {
        name  = "Farm"
        value = "machines"
      }
    }
  }
}

resource "aws_dynamodb_table" "jobs" {
  name           = "machines-jobs"
  billing_mode   = "PROVISIONED"
  read_capacity  = 5
  write_capacity = 5
  hash_key       = "Job"
  depends_on     = [aws_acm_certificate.preview]

  attribute {
    name = "Job"
    type = "S"
  }
}

resource "aws_appautoscaling_policy" "jobs" {
  name               = "machines-jobs-reads"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = "dynamodb"
  resource_id        = "table/${aws_dynamodb_table.jobs.name}"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"

  target_tracking_scaling_policy_configuration {
    target_value      = 70
    scale_in_cooldown = 120

    predefined_metric_specification {
      predefined_metric_type = "DynamoDBReadCapacityUtilization"
    }
  }
}

resource "aws_appautoscaling_policy" "writes" {
  name               = "machines-jobs-writes"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = "dynamodb"
  resource_id        = "table/${aws_dynamodb_table.jobs.name}"
  scalable_dimension = "dynamodb:table:WriteCapacityUnits"

  target_tracking_scaling_policy_configuration {
    target_value     = 60
    disable_scale_in = true

    predefined_metric_specification {
      predefined_metric_type = "DynamoDBWriteCapacityUtilization"
    }
  }
}
