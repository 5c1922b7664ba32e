resource "aws_route53_zone" "museum" {
  name    = "museum.example"
  comment = "What visitors see"
  tags    = { Audience = "everyone" }
}

resource "aws_route53_zone" "house" {
  name    = "house.museum.example"
  comment = "What the house sees"

  vpc {
    vpc_id = aws_vpc.house.id
  }
}

resource "aws_route53_zone" "archive" {
  name = "archive.museum.example"
}

resource "aws_route53_health_check" "web" {
  fqdn              = "web.museum.example"
  type              = "HTTPS_STR_MATCH"
  port              = 443
  resource_path     = "/open"
  search_string     = "welcome"
  failure_threshold = 3
  request_interval  = 10
  measure_latency   = true
  enable_sni        = true
  regions           = ["us-east-1", "eu-west-1", "us-west-2"]
  reference_name    = "web"
  tags              = { Name = "web" }
}

resource "aws_route53_health_check" "all" {
  type                   = "CALCULATED"
  child_health_threshold = 1
  child_healthchecks     = [aws_route53_health_check.web.id]
  tags                   = { Name = "all" }
}

# Names with and without the zone behind them, a wildcard, and capitals.
resource "aws_route53_record" "plain" {
  for_each = {
    "museum.example"         = { type = "TXT", ttl = 300, records = ["v=spf1 -all", "first part\" \"second part"] }
    "Desk"                   = { type = "A", ttl = 60, records = ["192.0.2.10", "192.0.2.11"] }
    "*.rooms"                = { type = "A", ttl = 60, records = ["192.0.2.20"] }
    "shop.museum.example"    = { type = "CNAME", ttl = 600, records = ["shop.seller.example"] }
    "mail.museum.example"    = { type = "MX", ttl = 600, records = ["10 mx.museum.example", "20 mx2.museum.example"] }
    "library.museum.example" = { type = "AAAA", ttl = 60, records = ["2001:db8::7"] }
  }

  zone_id = aws_route53_zone.museum.zone_id
  name    = each.key
  type    = each.value.type
  ttl     = each.value.ttl
  records = each.value.records
}

resource "aws_route53_record" "alias" {
  zone_id = aws_route53_zone.museum.zone_id
  name    = "web"
  type    = "A"

  alias {
    name                   = "dualstack.web-1234.us-east-1.elb.amazonaws.com"
    zone_id                = "Z35SXDOTRQ7X7K"
    evaluate_target_health = true
  }
}

resource "aws_route53_record" "weighted" {
  for_each = { old = 0, new = 100 }

  zone_id        = aws_route53_zone.museum.zone_id
  name           = "tour"
  type           = "CNAME"
  ttl            = 60
  set_identifier = each.key
  records        = ["${each.key}.museum.example"]

  weighted_routing_policy {
    weight = each.value
  }
}

resource "aws_route53_record" "failover" {
  zone_id         = aws_route53_zone.museum.zone_id
  name            = "tickets"
  type            = "A"
  ttl             = 60
  set_identifier  = "first"
  records         = ["192.0.2.30"]
  health_check_id = aws_route53_health_check.web.id

  failover_routing_policy {
    type = "PRIMARY"
  }
}

resource "aws_route53_record" "latency" {
  zone_id        = aws_route53_zone.museum.zone_id
  name           = "films"
  type           = "A"
  ttl            = 60
  set_identifier = "here"
  records        = ["192.0.2.40"]

  latency_routing_policy {
    region = "us-east-1"
  }
}

resource "aws_route53_record" "geolocation" {
  zone_id        = aws_route53_zone.museum.zone_id
  name           = "texts"
  type           = "A"
  ttl            = 60
  set_identifier = "north"
  records        = ["192.0.2.50"]

  geolocation_routing_policy {
    country = "NO"
  }
}

resource "aws_route53_record" "house" {
  zone_id = aws_route53_zone.house.zone_id
  name    = "door"
  type    = "A"
  ttl     = 30
  records = ["10.60.0.7"]
}

resource "aws_service_discovery_http_namespace" "rooms" {
  for_each = toset(["east", "west"])

  name        = "museum-${each.key}"
  description = "The ${each.key} wing"
}

resource "aws_service_discovery_private_dns_namespace" "house" {
  name        = "lift.house"
  description = "The lifts"
  vpc         = aws_vpc.house.id
  tags        = { Floor = "all" }
}

resource "aws_service_discovery_service" "audio" {
  name         = "audio"
  description  = "Audio guides"
  namespace_id = aws_service_discovery_http_namespace.rooms["east"].id
}

resource "aws_service_discovery_service" "lift" {
  name          = "north"
  force_destroy = true

  dns_config {
    namespace_id   = aws_service_discovery_private_dns_namespace.house.id
    routing_policy = "MULTIVALUE"

    dns_records {
      ttl  = 10
      type = "A"
    }
    dns_records {
      ttl  = 20
      type = "SRV"
    }
  }

  health_check_custom_config {
    failure_threshold = 1
  }
}
