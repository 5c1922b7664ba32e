locals {
  # What it guards is another team's.
  balancer = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/identity"
}

resource "aws_wafv2_ip_set" "blocked" {
  name               = "identity-blocked"
  description        = "Who may not enter"
  scope              = "REGIONAL"
  ip_address_version = "IPV4"
  addresses          = ["198.51.100.0/24", "203.0.113.7/32"]
  tags               = { Name = "blocked" }
}

resource "aws_wafv2_ip_set" "edge" {
  name               = "identity-edge"
  scope              = "CLOUDFRONT"
  ip_address_version = "IPV6"
  addresses          = ["2001:db8::/32"]
  depends_on         = [aws_wafv2_ip_set.blocked]
}

resource "aws_wafv2_web_acl" "doors" {
  name          = "identity-doors"
  description   = "Guards the doors"
  scope         = "REGIONAL"
  token_domains = ["identity.example"]
  tags          = { Name = "doors" }

  default_action {
    block {
      custom_response {
        response_code            = 403
        custom_response_body_key = "closed"
        response_header {
          name  = "x-door"
          value = "closed"
        }
      }
    }
  }

  custom_response_body {
    key          = "closed"
    content      = "The door is closed."
    content_type = "TEXT_PLAIN"
  }

  captcha_config {
    immunity_time_property {
      immunity_time = 120
    }
  }

  rule {
    name     = "blocked"
    priority = 0
    action {
      block {}
    }
    statement {
      ip_set_reference_statement {
        arn = aws_wafv2_ip_set.blocked.arn
        ip_set_forwarded_ip_config {
          fallback_behavior = "MATCH"
          header_name       = "X-Forwarded-For"
          position          = "FIRST"
        }
      }
    }
    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "blocked"
      sampled_requests_enabled   = false
    }
  }

  rule {
    name     = "known-bad"
    priority = 1
    override_action {
      none {}
    }
    rule_label {
      name = "known:bad"
    }
    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesBotControlRuleSet"
        vendor_name = "AWS"
        rule_action_override {
          name = "CategoryHttpLibrary"
          action_to_use {
            count {}
          }
        }
        managed_rule_group_configs {
          aws_managed_rules_bot_control_rule_set {
            inspection_level = "TARGETED"
          }
        }
        scope_down_statement {
          not_statement {
            statement {
              geo_match_statement {
                country_codes = ["NL", "DE"]
              }
            }
          }
        }
      }
    }
    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "known-bad"
      sampled_requests_enabled   = true
    }
  }

  rule {
    name     = "busy"
    priority = 2
    action {
      captcha {
        custom_request_handling {
          insert_header {
            name  = "x-busy"
            value = "yes"
          }
        }
      }
    }
    captcha_config {
      immunity_time_property {
        immunity_time = 60
      }
    }
    statement {
      rate_based_statement {
        limit                 = 500
        aggregate_key_type    = "CUSTOM_KEYS"
        evaluation_window_sec = 120
        custom_key {
          ip {}
        }
        custom_key {
          header {
            name = "x-api-key"
            text_transformation {
              priority = 0
              type     = "NONE"
            }
          }
        }
        scope_down_statement {
          and_statement {
            statement {
              byte_match_statement {
                positional_constraint = "STARTS_WITH"
                search_string         = "/login"
                field_to_match {
                  uri_path {}
                }
                text_transformation {
                  priority = 1
                  type     = "LOWERCASE"
                }
                text_transformation {
                  priority = 0
                  type     = "URL_DECODE"
                }
              }
            }
            statement {
              size_constraint_statement {
                comparison_operator = "GT"
                size                = 100
                field_to_match {
                  json_body {
                    match_scope       = "VALUE"
                    oversize_handling = "MATCH"
                    match_pattern {
                      all {}
                    }
                  }
                }
                text_transformation {
                  priority = 0
                  type     = "NONE"
                }
              }
            }
          }
        }
      }
    }
    visibility_config {
      cloudwatch_metrics_enabled = false
      metric_name                = "busy"
      sampled_requests_enabled   = false
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "doors"
    sampled_requests_enabled   = true
  }
}

# One block in it says everything: allow or block.
resource "aws_wafv2_web_acl" "open" {
  name  = "identity-open"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  visibility_config {
    cloudwatch_metrics_enabled = false
    metric_name                = "open"
    sampled_requests_enabled   = false
  }
}

resource "aws_wafv2_web_acl_association" "door" {
  for_each = { front = "fd0a1b2c3d4e5f60", back = "ba0a1b2c3d4e5f60", side = "5d0a1b2c3d4e5f60" }

  web_acl_arn  = aws_wafv2_web_acl.doors.arn
  resource_arn = "${local.balancer}-${each.key}/${each.value}"
}

resource "aws_wafv2_web_acl_logging_configuration" "doors" {
  resource_arn            = aws_wafv2_web_acl.doors.arn
  log_destination_configs = ["arn:aws:logs:us-east-1:123456789012:log-group:aws-waf-logs-identity"]

  redacted_fields {
    single_header {
      name = "authorization"
    }
  }
  redacted_fields {
    query_string {}
  }

  logging_filter {
    default_behavior = "DROP"
    filter {
      behavior    = "KEEP"
      requirement = "MEETS_ANY"
      condition {
        action_condition {
          action = "BLOCK"
        }
      }
      condition {
        label_name_condition {
          label_name = "awswaf:known:bad"
        }
      }
    }
  }
}
