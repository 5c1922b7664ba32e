# One worker: its service, its task and its log group.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "name" { type = string }
variable "cluster" { type = string }
variable "execution_role" { type = string }
variable "subnets" { type = list(string) }
variable "security_groups" { type = list(string) }
variable "tasks" { type = number }

resource "aws_cloudwatch_log_group" "this" {
  name              = "/harbour/${var.name}"
  retention_in_days = 30
  tags              = { Name = var.name }
}

resource "aws_ecs_task_definition" "this" {
  family                   = var.name
  cpu                      = "256"
  memory                   = "512"
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  execution_role_arn       = var.execution_role
  container_definitions = jsonencode([{
    name        = "worker"
    image       = "public.ecr.aws/harbour/worker:3.2"
    essential   = true
    environment = [{ name = "QUEUE", value = "bookings" }]
  }])
}

resource "aws_ecs_service" "this" {
  name                               = var.name
  cluster                            = var.cluster
  task_definition                    = aws_ecs_task_definition.this.arn
  desired_count                      = var.tasks
  launch_type                        = "FARGATE"
  platform_version                   = "1.4.0"
  deployment_maximum_percent         = 200
  deployment_minimum_healthy_percent = 50
  enable_ecs_managed_tags            = true
  propagate_tags                     = "SERVICE"

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  network_configuration {
    subnets          = var.subnets
    security_groups  = var.security_groups
    assign_public_ip = false
  }

  tags = { Name = var.name }
}
