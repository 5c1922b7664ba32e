# Two ways to own a group's rules apart from the group, both in use across the world's states.
resource "aws_security_group" "workers" {
  name        = "harbour-workers"
  description = "What the workers may talk to"
  vpc_id      = module.network.vpc_id
  tags        = { Name = "harbour-workers" }
}

resource "aws_vpc_security_group_ingress_rule" "metrics" {
  security_group_id            = aws_security_group.workers.id
  description                  = "metrics, from the edge"
  referenced_security_group_id = module.network.edge_id
  ip_protocol                  = "tcp"
  from_port                    = 9090
  to_port                      = 9090
  tags                         = { Name = "metrics" }
}

resource "aws_vpc_security_group_ingress_rule" "office" {
  for_each          = { north = "198.51.100.0/25", south = "198.51.100.128/25" }
  security_group_id = aws_security_group.workers.id
  description       = "office ${each.key}"
  cidr_ipv4         = each.value
  ip_protocol       = "tcp"
  from_port         = 8443
  to_port           = 8443
}

resource "aws_vpc_security_group_egress_rule" "https" {
  security_group_id = aws_security_group.workers.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_vpc_security_group_egress_rule" "dns" {
  security_group_id = aws_security_group.workers.id
  cidr_ipv4         = "10.40.0.2/32"
  ip_protocol       = "udp"
  from_port         = 53
  to_port           = 53
}

resource "aws_security_group" "database" {
  name        = "harbour-database"
  description = "PostgreSQL"
  vpc_id      = module.network.vpc_id
}

resource "aws_security_group_rule" "database_from_workers" {
  type                     = "ingress"
  description              = "workers"
  security_group_id        = aws_security_group.database.id
  source_security_group_id = aws_security_group.workers.id
  protocol                 = "tcp"
  from_port                = 5432
  to_port                  = 5432
}

resource "aws_security_group_rule" "database_from_offices" {
  type              = "ingress"
  security_group_id = aws_security_group.database.id
  cidr_blocks       = ["198.51.100.0/25", "198.51.100.128/25"]
  ipv6_cidr_blocks  = ["2001:db8:40::/48"]
  protocol          = "tcp"
  from_port         = 5432
  to_port           = 5432
}

resource "aws_security_group_rule" "database_out" {
  type              = "egress"
  security_group_id = aws_security_group.database.id
  cidr_blocks       = ["10.40.0.0/16"]
  protocol          = "-1"
  from_port         = 0
  to_port           = 0
}

resource "aws_kms_key" "data" {
  description             = "Cargo papers, queues and tables"
  enable_key_rotation     = true
  rotation_period_in_days = 180
  deletion_window_in_days = 14
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Account"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::${local.account}:root" }
        Action    = "kms:*"
        Resource  = "*"
      },
      {
        Sid       = "Workers"
        Effect    = "Allow"
        Principal = { AWS = aws_iam_role.task.arn }
        Action    = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource  = "*"
      },
    ]
  })
}

resource "aws_kms_key" "signing" {
  description              = "Signs bills of lading"
  key_usage                = "SIGN_VERIFY"
  customer_master_key_spec = "RSA_2048"
}

resource "aws_kms_key" "standby" {
  provider            = aws.west
  description         = "Standby copies"
  enable_key_rotation = true
}

resource "aws_secretsmanager_secret" "database" {
  name                    = "harbour/database"
  description             = "Password of the bookings database"
  kms_key_id              = aws_kms_key.data.arn
  recovery_window_in_days = 7
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Workers"
      Effect    = "Allow"
      Principal = { AWS = aws_iam_role.task.arn }
      Action    = "secretsmanager:GetSecretValue"
      Resource  = "*"
    }]
  })
}

resource "aws_secretsmanager_secret" "customs" {
  name        = "harbour/customs-api"
  description = "Token for the customs office"
  tags        = { Owner = "customs" }
}
