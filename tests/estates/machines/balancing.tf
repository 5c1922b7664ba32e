resource "aws_lb" "front" {
  name                       = "machines-front"
  internal                   = true
  security_groups            = [aws_security_group.farm.id]
  subnets                    = [for subnet in aws_subnet.farm : subnet.id]
  idle_timeout               = 120
  drop_invalid_header_fields = true
  tags                       = { Name = "machines-front" }
}

resource "aws_lb" "wire" {
  name                             = "machines-wire"
  internal                         = true
  load_balancer_type               = "network"
  enable_cross_zone_load_balancing = true

  subnet_mapping {
    subnet_id = aws_subnet.farm["us-east-1a"].id
  }
}

resource "aws_lb_target_group" "render" {
  name                 = "machines-render"
  port                 = 80
  protocol             = "HTTP"
  vpc_id               = aws_vpc.farm.id
  deregistration_delay = 60
  slow_start           = 30

  health_check {
    path                = "/up"
    interval            = 20
    timeout             = 4
    healthy_threshold   = 2
    unhealthy_threshold = 4
    matcher             = "200-204"
  }

  stickiness {
    type            = "app_cookie"
    cookie_name     = "farm"
    cookie_duration = 600
  }
}

resource "aws_lb_target_group" "preview" {
  name        = "machines-preview"
  port        = 8080
  protocol    = "HTTP"
  target_type = "ip"
  vpc_id      = aws_vpc.farm.id
}

resource "aws_lb_target_group" "wire" {
  name               = "machines-wire"
  port               = 9000
  protocol           = "TCP"
  vpc_id             = aws_vpc.farm.id
  preserve_client_ip = true
}

resource "aws_lb_target_group_attachment" "preview" {
  for_each         = toset(["10.60.0.40", "10.60.0.41"])
  target_group_arn = aws_lb_target_group.preview.arn
  target_id        = each.value
  port             = 8080
}

resource "aws_lb_target_group_attachment" "wire" {
  target_group_arn = aws_lb_target_group.wire.arn
  target_id        = aws_instance.bench.id
}

# The emulator makes keys for certificates, which takes time: whatever ran beside it would be given other ids in a replay, and
# so would a certificate that is the first thing of all.
resource "aws_acm_certificate" "farm" {
  domain_name       = "farm.machines.example"
  validation_method = "DNS"
  depends_on        = [aws_ecs_cluster.farm]
}

resource "aws_acm_certificate" "preview" {
  domain_name       = "preview.machines.example"
  validation_method = "DNS"
  depends_on        = [aws_acm_certificate.farm]
}

resource "aws_lb_listener" "plain" {
  load_balancer_arn = aws_lb.front.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type = "redirect"

    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_listener" "secure" {
  load_balancer_arn = aws_lb.front.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  certificate_arn   = aws_acm_certificate.farm.arn

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.render.arn
  }

  tags = { Name = "machines-secure" }
}

resource "aws_lb_listener" "wire" {
  load_balancer_arn = aws_lb.wire.arn
  port              = 9000
  protocol          = "TCP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.wire.arn
  }
}

resource "aws_lb_listener_certificate" "preview" {
  listener_arn    = aws_lb_listener.secure.arn
  certificate_arn = aws_acm_certificate.preview.arn
}

resource "aws_lb_listener_rule" "preview" {
  listener_arn = aws_lb_listener.secure.arn
  priority     = 20

  action {
    type = "forward"

    forward {
      target_group {
        arn    = aws_lb_target_group.render.arn
        weight = 90
      }

      target_group {
        arn    = aws_lb_target_group.preview.arn
        weight = 10
      }

      stickiness {
        enabled  = true
        duration = 300
      }
    }
  }

  condition {
    host_header {
      values = ["preview.machines.example"]
    }
  }

  condition {
    query_string {
      key   = "stage"
      value = "preview"
    }
  }

  tags = { Name = "machines-preview" }
}

resource "aws_lb_listener_rule" "closed" {
  listener_arn = aws_lb_listener.plain.arn
  priority     = 5

  action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      message_body = "closed"
      status_code  = "403"
    }
  }

  condition {
    path_pattern {
      values = ["/admin", "/admin/*"]
    }
  }

  condition {
    http_header {
      http_header_name = "X-Farm"
      values           = ["outside"]
    }
  }
}
