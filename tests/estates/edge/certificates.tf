resource "aws_acm_certificate" "public" {
  domain_name               = "ferry.example"
  subject_alternative_names = ["*.ferry.example", "tickets.ferry.example"]
  validation_method         = "DNS"

  options {
    certificate_transparency_logging_preference = "DISABLED"
  }

  tags = { Name = "ferry-public" }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_acm_certificate_validation" "public" {
  certificate_arn = aws_acm_certificate.public.arn
}

resource "aws_acm_certificate" "crew" {
  domain_name       = "crew.ferry.example"
  validation_method = "DNS"
}

resource "aws_acm_certificate_validation" "crew" {
  certificate_arn = aws_acm_certificate.crew.arn
}

resource "aws_acm_certificate" "islands" {
  provider          = aws.islands
  domain_name       = "islands.ferry.example"
  validation_method = "DNS"
}
