resource "aws_cloudfront_origin_access_control" "pages" {
  name                              = "ferry-pages"
  description                       = "Reads the pages' bucket"
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}

resource "aws_cloudfront_origin_access_control" "films" {
  name                              = "ferry-films"
  origin_access_control_origin_type = "mediastore"
  signing_behavior                  = "no-override"
  signing_protocol                  = "sigv4"
}

resource "aws_cloudfront_distribution" "pages" {
  enabled             = true
  comment             = "ferry pages"
  aliases             = ["ferry.example", "www.ferry.example"]
  default_root_object = "index.html"
  http_version        = "http2and3"
  is_ipv6_enabled     = true
  price_class         = "PriceClass_200"
  web_acl_id          = "arn:aws:wafv2:us-east-1:${local.account}:global/webacl/ferry/0a1b2c3d"

  origin {
    origin_id           = "pages"
    domain_name         = "ferry-pages.s3.us-east-1.amazonaws.com"
    origin_path         = "/site"
    connection_attempts = 2
    connection_timeout  = 5
  }

  origin {
    origin_id   = "booking"
    domain_name = "booking.ferry.example"

    custom_header {
      name  = "x-edge"
      value = "ferry"
    }

    custom_origin_config {
      http_port                = 80
      https_port               = 8443
      origin_keepalive_timeout = 20
      origin_protocol_policy   = "https-only"
      origin_read_timeout      = 45
      origin_ssl_protocols     = ["TLSv1.1", "TLSv1.2"]
    }

    origin_shield {
      enabled              = true
      origin_shield_region = "eu-west-1"
    }
  }

  default_cache_behavior {
    target_origin_id       = "pages"
    viewer_protocol_policy = "redirect-to-https"
    allowed_methods        = ["GET", "HEAD", "OPTIONS"]
    cached_methods         = ["GET", "HEAD"]
    compress               = true
    min_ttl                = 60
    default_ttl            = 600
    max_ttl                = 86400

    forwarded_values {
      query_string            = true
      query_string_cache_keys = ["lang"]
      headers                 = ["Accept-Language"]

      cookies {
        forward           = "whitelist"
        whitelisted_names = ["season"]
      }
    }
  }

  ordered_cache_behavior {
    path_pattern           = "/api/*"
    target_origin_id       = "booking"
    viewer_protocol_policy = "https-only"
    allowed_methods        = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]
    cached_methods         = ["GET", "HEAD"]

    forwarded_values {
      query_string = true
      cookies {
        forward = "all"
      }
    }
  }

  ordered_cache_behavior {
    path_pattern           = "/films/*"
    target_origin_id       = "pages"
    viewer_protocol_policy = "allow-all"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    smooth_streaming       = true
    default_ttl            = 3600
    max_ttl                = 7200

    forwarded_values {
      query_string = false
      cookies {
        forward = "none"
      }
    }
  }

  custom_error_response {
    error_code            = 404
    response_code         = 200
    response_page_path    = "/lost.html"
    error_caching_min_ttl = 15
  }

  custom_error_response {
    error_code = 503
  }

  logging_config {
    bucket          = "ferry-logs.s3.amazonaws.com"
    include_cookies = true
    prefix          = "pages/"
  }

  restrictions {
    geo_restriction {
      restriction_type = "whitelist"
      locations        = ["DK", "NO", "SE"]
    }
  }

  viewer_certificate {
    acm_certificate_arn      = aws_acm_certificate.public.arn
    minimum_protocol_version = "TLSv1.2_2021"
    ssl_support_method       = "sni-only"
  }

  tags = { Name = "ferry-pages" }
}

resource "aws_cloudfront_distribution" "films" {
  enabled = true
  comment = "ferry films"

  origin {
    origin_id   = "films"
    domain_name = "films.ferry.example"

    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "match-viewer"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }

  default_cache_behavior {
    target_origin_id       = "films"
    viewer_protocol_policy = "allow-all"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]

    forwarded_values {
      query_string = false
      cookies {
        forward = "none"
      }
    }
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    cloudfront_default_certificate = true
  }
}
