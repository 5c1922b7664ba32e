# Tables inline.
resource "aws_vpc_endpoint" "storage" {
  vpc_id          = aws_vpc.main.id
  service_name    = "com.amazonaws.us-east-1.s3"
  route_table_ids = [aws_route_table.public.id]
  tags            = { Name = "storage" }

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = ["s3:GetObject", "s3:PutObject"]
      Resource  = "arn:aws:s3:::cables-*/*"
    }]
  })
}

# Tables as resources of their own.
resource "aws_vpc_endpoint" "tables" {
  vpc_id       = aws_vpc.main.id
  service_name = "com.amazonaws.us-east-1.dynamodb"
  tags         = { Name = "tables" }
}

resource "aws_vpc_endpoint_route_table_association" "tables" {
  for_each        = aws_route_table.private
  vpc_endpoint_id = aws_vpc_endpoint.tables.id
  route_table_id  = each.value.id
}

resource "aws_vpc_endpoint" "queues" {
  vpc_id              = aws_vpc.main.id
  service_name        = "com.amazonaws.us-east-1.sqs"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = [for each in aws_subnet.private : each.id]
  security_group_ids  = [aws_security_group.endpoints.id]
  tags                = { Name = "queues" }
}

resource "aws_cloudwatch_log_group" "flows" {
  name              = "/network/flows"
  retention_in_days = 30
}

resource "aws_iam_role" "flows" {
  name = "network-flows"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "vpc-flow-logs.amazonaws.com" } }]
  })
}

resource "aws_s3_bucket" "flows" {
  bucket = "cables-flows"
}

resource "aws_flow_log" "main" {
  vpc_id                   = aws_vpc.main.id
  traffic_type             = "ALL"
  iam_role_arn             = aws_iam_role.flows.arn
  log_destination          = aws_cloudwatch_log_group.flows.arn
  max_aggregation_interval = 60
  tags                     = { Name = "main" }
}

resource "aws_flow_log" "office" {
  subnet_id            = aws_subnet.office.id
  traffic_type         = "REJECT"
  log_destination_type = "s3"
  log_destination      = aws_s3_bucket.flows.arn
  log_format           = "$${version} $${srcaddr} $${dstaddr} $${action}"
  tags                 = { Name = "office" }
}
