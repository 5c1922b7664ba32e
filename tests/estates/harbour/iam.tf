locals {
  assumed_by = {
    task     = ["ecs-tasks.amazonaws.com"]
    function = ["lambda.amazonaws.com", "edgelambda.amazonaws.com"]
  }
}

resource "aws_iam_role" "task" {
  name                 = "harbour-task"
  description          = "What the workers do"
  path                 = "/harbour/"
  max_session_duration = 7200
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = local.assumed_by.task }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role" "function" {
  name = "harbour-function"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = local.assumed_by.function }, Action = "sts:AssumeRole" }]
  })
  tags = { Name = "harbour-function" }
}

# Its policies inline: what else is attached is drift.
resource "aws_iam_role" "auditor" {
  name                = "harbour-auditor"
  managed_policy_arns = ["arn:aws:iam::aws:policy/SecurityAudit"]
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::${local.account}:root" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "sts:ExternalId" = "harbour" } }
    }]
  })

  inline_policy {
    name = "read-papers"
    policy = jsonencode({
      Version   = "2012-10-17"
      Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::harbour-*/*" }]
    })
  }
}

resource "aws_iam_policy" "tables" {
  name        = "harbour-tables"
  description = "Reads and writes bookings"
  path        = "/harbour/"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "Rows", Effect = "Allow", Action = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"], Resource = [aws_dynamodb_table.bookings.arn, "${aws_dynamodb_table.bookings.arn}/index/*"] },
      { Sid = "List", Effect = "Allow", Action = "dynamodb:ListTables", Resource = "*" },
    ]
  })
}

resource "aws_iam_policy" "publish" {
  name = "harbour-publish"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sns:Publish", Resource = [for t in aws_sns_topic.event : t.arn] }]
  })
}

resource "aws_iam_role_policy" "task_queues" {
  name = "queues"
  role = aws_iam_role.task.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["sqs:ReceiveMessage", "sqs:DeleteMessage"], Resource = [for q in module.queue : q.arn] }]
  })
}

resource "aws_iam_role_policy" "function_secrets" {
  name = "secrets"
  role = aws_iam_role.function.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "secretsmanager:GetSecretValue", Resource = aws_secretsmanager_secret.customs.arn }]
  })
}

resource "aws_iam_role_policy_attachment" "task" {
  for_each = {
    tables    = aws_iam_policy.tables.arn
    publish   = aws_iam_policy.publish.arn
    execution = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
  }
  role       = aws_iam_role.task.name
  policy_arn = each.value
}

resource "aws_iam_role_policy_attachment" "function" {
  role       = aws_iam_role.function.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole"
}
