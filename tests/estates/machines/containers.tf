resource "aws_ecs_cluster" "farm" {
  name = "machines-farm"
}

resource "aws_ecs_cluster_capacity_providers" "farm" {
  cluster_name       = aws_ecs_cluster.farm.name
  capacity_providers = ["FARGATE", "FARGATE_SPOT"]
  depends_on         = [aws_acm_certificate.preview]

  default_capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    base              = 1
    weight            = 100
  }
}

resource "aws_ecs_task_definition" "render" {
  family                   = "machines-render"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 1024
  memory                   = 2048
  execution_role_arn       = aws_iam_role.worker.arn
  task_role_arn            = aws_iam_role.worker.arn

  container_definitions = jsonencode([
    {
      name         = "render"
      image        = "${aws_ecr_repository.farm["render"].repository_url}:v7"
      cpu          = 512
      essential    = true
      portMappings = [{ containerPort = 8080 }]
      environment = [
        { name = "QUALITY", value = "high" },
        { name = "FRAMES", value = "240" }
      ]
    },
    {
      name      = "log"
      image     = "fluent/fluent-bit:3"
      essential = false
    }
  ])

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = "ARM64"
  }

  tags = { Name = "machines-render" }
}

resource "aws_ecs_task_definition" "stitch" {
  family     = "machines-stitch"
  depends_on = [aws_acm_certificate.preview]

  container_definitions = jsonencode([{
    name        = "stitch"
    image       = "stitch:1"
    memory      = 256
    mountPoints = [{ sourceVolume = "frames", containerPath = "/frames" }]
  }])

  volume {
    name      = "frames"
    host_path = "/mnt/frames"
  }

  placement_constraints {
    type       = "memberOf"
    expression = "attribute:ecs.instance-type =~ m5.*"
  }
}

resource "aws_ecr_repository" "farm" {
  for_each             = toset(["render", "stitch"])
  name                 = "machines/${each.value}"
  image_tag_mutability = each.value == "render" ? "IMMUTABLE" : "MUTABLE"
  depends_on           = [aws_acm_certificate.preview]

  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_lifecycle_policy" "farm" {
  for_each   = aws_ecr_repository.farm
  repository = each.value.name

  policy = jsonencode({
    rules = [
      {
        rulePriority = 2
        description  = "Keep the last releases"
        selection    = { tagStatus = "tagged", tagPrefixList = ["v", "r"], countType = "imageCountMoreThan", countNumber = 30 }
        action       = { type = "expire" }
      },
      {
        rulePriority = 1
        description  = "Drop what has no tag"
        selection    = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = 7 }
        action       = { type = "expire" }
      }
    ]
  })
}

resource "aws_ecr_repository_policy" "farm" {
  for_each   = aws_ecr_repository.farm
  repository = each.value.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Pull"
      Effect    = "Allow"
      Principal = { AWS = aws_iam_role.worker.arn }
      Action    = ["ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"]
    }]
  })
}
