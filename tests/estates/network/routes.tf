resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
  tags   = { Name = "main" }
}

resource "aws_internet_gateway" "office" {
  vpc_id = aws_vpc.office.id
  tags   = { Name = "office" }
}

resource "aws_egress_only_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
  tags   = { Name = "main" }
}

resource "aws_eip" "nat" {
  domain = "vpc"
  tags   = { Name = "nat" }
}

resource "aws_eip" "spare" {
  domain = "vpc"
  tags   = { Name = "spare" }
}

resource "aws_eip" "office" {
  domain = "vpc"
  tags   = { Name = "office" }
}

resource "aws_nat_gateway" "public" {
  allocation_id = aws_eip.nat.id
  subnet_id     = aws_subnet.public["a"].id
  tags          = { Name = "public" }
  depends_on    = [aws_internet_gateway.main]
}

resource "aws_nat_gateway" "between" {
  connectivity_type = "private"
  subnet_id         = aws_subnet.private["a"].id
  tags              = { Name = "between" }
}

# Routes inline: what is not here must not be there.
resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id
  tags   = { Name = "public" }

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }

  route {
    ipv6_cidr_block = "::/0"
    gateway_id      = aws_internet_gateway.main.id
  }
}

resource "aws_route_table_association" "public" {
  for_each       = aws_subnet.public
  route_table_id = aws_route_table.public.id
  subnet_id      = each.value.id
}

# Routes as resources of their own.
resource "aws_route_table" "private" {
  for_each = local.zones
  vpc_id   = aws_vpc.main.id
  tags     = { Name = "private-${each.key}" }
}

resource "aws_route_table_association" "private" {
  for_each       = aws_subnet.private
  route_table_id = aws_route_table.private[each.key].id
  subnet_id      = each.value.id
}

resource "aws_route" "out" {
  for_each               = aws_route_table.private
  route_table_id         = each.value.id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.public.id
}

resource "aws_route" "out_ipv6" {
  for_each                    = aws_route_table.private
  route_table_id              = each.value.id
  destination_ipv6_cidr_block = "::/0"
  egress_only_gateway_id      = aws_egress_only_internet_gateway.main.id
}

resource "aws_route" "offices" {
  route_table_id             = aws_route_table.private["a"].id
  destination_prefix_list_id = aws_ec2_managed_prefix_list.offices.id
  nat_gateway_id             = aws_nat_gateway.between.id
}

# Subnets that name no table use this one.
resource "aws_route_table" "closed" {
  vpc_id = aws_vpc.main.id
  tags   = { Name = "closed" }
}

resource "aws_route" "closed" {
  route_table_id         = aws_route_table.closed.id
  destination_cidr_block = "10.61.0.0/16"
  nat_gateway_id         = aws_nat_gateway.between.id
}

resource "aws_main_route_table_association" "main" {
  vpc_id         = aws_vpc.main.id
  route_table_id = aws_route_table.closed.id
}

resource "aws_default_route_table" "office" {
  default_route_table_id = aws_vpc.office.default_route_table_id
  tags                   = { Name = "office" }

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.office.id
  }
}

resource "aws_ec2_managed_prefix_list" "offices" {
  name           = "offices"
  address_family = "IPv4"
  max_entries    = 5
  tags           = { Name = "offices" }

  entry {
    cidr        = "198.51.100.0/26"
    description = "Trondheim"
  }

  entry {
    cidr = "203.0.113.0/28"
  }
}

resource "aws_ec2_managed_prefix_list" "partners" {
  name           = "partners"
  address_family = "IPv6"
  max_entries    = 2

  entry {
    cidr        = "2001:db8:5::/48"
    description = "carrier"
  }
}
