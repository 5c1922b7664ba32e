resource "aws_kms_key" "orders" {
  description         = "Orders and what customers tell us"
  enable_key_rotation = true
}

resource "aws_dynamodb_table" "carts" {
  name         = "teashop-carts"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "cart"

  attribute {
    name = "cart"
    type = "S"
  }

  ttl {
    attribute_name = "expires"
    enabled        = true
  }

  tags = { Owner = "storefront" }
}

resource "aws_db_instance" "orders" {
  identifier              = "teashop-orders"
  engine                  = "postgres"
  engine_version          = "16.3"
  instance_class          = "db.t4g.small"
  allocated_storage       = 20
  storage_encrypted       = true
  kms_key_id              = aws_kms_key.orders.arn
  username                = "teashop"
  password                = "not-a-real-password"
  backup_retention_period = 7
  skip_final_snapshot     = true
  vpc_security_group_ids  = [aws_security_group.database.id]
}

resource "aws_secretsmanager_secret" "payments" {
  name        = "teashop/payments"
  description = "Key of the payment provider"
}

resource "aws_sqs_queue" "orders_dead" {
  name                      = "teashop-orders-dead"
  message_retention_seconds = 1209600
}

resource "aws_sqs_queue" "orders" {
  name                       = "teashop-orders"
  visibility_timeout_seconds = 120
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.orders_dead.arn
    maxReceiveCount     = 5
  })
}

resource "aws_sns_topic" "event" {
  for_each = toset(["order-placed", "order-shipped"])
  name     = "teashop-${each.key}"
}
