resource "aws_iam_role" "web" {
  name = "teashop-web"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "ecs-tasks.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_policy" "orders" {
  name = "teashop-orders"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["sqs:SendMessage", "sqs:ReceiveMessage"], Resource = aws_sqs_queue.orders.arn }]
  })
}

resource "aws_iam_role_policy_attachment" "web" {
  for_each = {
    execution = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
    orders    = aws_iam_policy.orders.arn
  }
  role       = aws_iam_role.web.name
  policy_arn = each.value
}

resource "aws_iam_role_policy" "web" {
  name = "carts"
  role = aws_iam_role.web.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["dynamodb:GetItem", "dynamodb:PutItem"], Resource = aws_dynamodb_table.carts.arn }]
  })
}

resource "aws_ecs_cluster" "main" {
  name = "teashop"
}

# The pipeline registers task definitions; Terraform owns where and how many of them run.
resource "aws_ecs_service" "web" {
  name            = "web"
  cluster         = aws_ecs_cluster.main.arn
  task_definition = "teashop-web:1"
  desired_count   = 4
  launch_type     = "FARGATE"

  network_configuration {
    subnets         = aws_subnet.private[*].id
    security_groups = [aws_security_group.web.id]
  }
}

resource "aws_cloudwatch_log_group" "web" {
  name              = "/teashop/web"
  retention_in_days = 90
}

resource "aws_cloudwatch_log_group" "thumbnails" {
  name              = "/aws/lambda/teashop-thumbnails"
  retention_in_days = 14
}

resource "aws_iam_role" "thumbnails" {
  name = "teashop-thumbnails"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_lambda_function" "thumbnails" {
  function_name    = "teashop-thumbnails"
  role             = aws_iam_role.thumbnails.arn
  filename         = "${path.module}/thumbnails.zip"
  source_code_hash = filebase64sha256("${path.module}/thumbnails.zip")
  handler          = "thumbnails.handler"
  runtime          = "python3.12"
  memory_size      = 256

  environment {
    variables = { BUCKET = module.bucket["assets"].name }
  }
}
