# Rules inline, of every form.
resource "aws_network_acl" "public" {
  vpc_id     = aws_vpc.main.id
  subnet_ids = [for each in aws_subnet.public : each.id]
  tags       = { Name = "public" }

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "tcp"
    cidr_block = "0.0.0.0/0"
    from_port  = 443
    to_port    = 443
  }

  ingress {
    rule_no         = 110
    action          = "allow"
    protocol        = "tcp"
    ipv6_cidr_block = "::/0"
    from_port       = 443
    to_port         = 443
  }

  ingress {
    rule_no    = 120
    action     = "deny"
    protocol   = "udp"
    cidr_block = "192.0.2.0/24"
    from_port  = 53
    to_port    = 53
  }

  egress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    cidr_block = "0.0.0.0/0"
    from_port  = 0
    to_port    = 0
  }
}

# Rules as resources of their own.
resource "aws_network_acl" "private" {
  vpc_id     = aws_vpc.main.id
  subnet_ids = [for each in aws_subnet.private : each.id]
  tags       = { Name = "private" }
}

resource "aws_network_acl_rule" "inside" {
  network_acl_id = aws_network_acl.private.id
  rule_number    = 100
  rule_action    = "allow"
  protocol       = "tcp"
  cidr_block     = aws_vpc.main.cidr_block
  from_port      = 0
  to_port        = 65535
}

resource "aws_network_acl_rule" "names" {
  network_acl_id = aws_network_acl.private.id
  rule_number    = 110
  rule_action    = "allow"
  protocol       = "udp"
  cidr_block     = "10.61.0.0/16"
  from_port      = 53
  to_port        = 53
}

resource "aws_network_acl_rule" "out" {
  network_acl_id = aws_network_acl.private.id
  egress         = true
  rule_number    = 100
  rule_action    = "allow"
  protocol       = "-1"
  cidr_block     = "0.0.0.0/0"
}

resource "aws_default_network_acl" "office" {
  default_network_acl_id = aws_vpc.office.default_network_acl_id
  tags                   = { Name = "office" }

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "udp"
    cidr_block = "10.60.0.0/16"
    from_port  = 53
    to_port    = 53
  }

  egress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    cidr_block = "0.0.0.0/0"
    from_port  = 0
    to_port    = 0
  }
}

# Nothing may use what a network came with.
resource "aws_default_security_group" "main" {
  vpc_id = aws_vpc.main.id
  tags   = { Name = "closed" }
}

resource "aws_default_security_group" "office" {
  vpc_id = aws_vpc.office.id
  tags   = { Name = "office" }

  ingress {
    description = "each other"
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    self        = true
  }

  egress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["10.60.0.0/16", "198.51.100.0/26"]
  }
}

# The one exception to the first of them, kept apart from it.
resource "aws_vpc_security_group_ingress_rule" "probe" {
  security_group_id = aws_default_security_group.main.id
  description       = "the probe"
  ip_protocol       = "tcp"
  from_port         = 9000
  to_port           = 9000
  cidr_ipv4         = "10.60.0.0/24"
}

resource "aws_security_group" "endpoints" {
  name        = "endpoints"
  description = "AWS's own APIs, from inside"
  vpc_id      = aws_vpc.main.id

  ingress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = [aws_vpc.main.cidr_block]
  }
}
