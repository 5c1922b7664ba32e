locals {
  buckets = toset(["photos", "mirror", "logs", "site"])
}

resource "aws_s3_bucket" "this" {
  for_each = local.buckets
  bucket   = "stores-${each.key}"
}

# The old way: everything inline, nothing separate.
resource "aws_s3_bucket" "inline" {
  bucket = "stores-inline"

  cors_rule {
    allowed_methods = ["GET"]
    allowed_origins = ["https://old.example"]
  }

  lifecycle_rule {
    id      = "old"
    enabled = true
    expiration {
      days = 400
    }
  }
}

resource "aws_s3_bucket_versioning" "this" {
  for_each = toset(["photos", "mirror"])
  bucket   = aws_s3_bucket.this[each.key].id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_ownership_controls" "this" {
  for_each = { photos = "BucketOwnerEnforced", mirror = "ObjectWriter", logs = "BucketOwnerPreferred" }
  bucket   = aws_s3_bucket.this[each.key].id
  rule {
    object_ownership = each.value
  }
}

resource "aws_s3_bucket_acl" "logs" {
  bucket     = aws_s3_bucket.this["logs"].id
  acl        = "log-delivery-write"
  depends_on = [aws_s3_bucket_ownership_controls.this]
}

data "aws_canonical_user_id" "current" {}

resource "aws_s3_bucket_acl" "mirror" {
  bucket                = aws_s3_bucket.this["mirror"].id
  expected_bucket_owner = "123456789012"

  access_control_policy {
    owner {
      id = data.aws_canonical_user_id.current.id
    }
    grant {
      permission = "FULL_CONTROL"
      grantee {
        id   = data.aws_canonical_user_id.current.id
        type = "CanonicalUser"
      }
    }
    grant {
      permission = "READ"
      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers"
      }
    }
  }
  depends_on = [aws_s3_bucket_ownership_controls.this]
}

resource "aws_s3_bucket_cors_configuration" "this" {
  for_each = toset(["photos", "site"])
  bucket   = aws_s3_bucket.this[each.key].id

  cors_rule {
    id              = "app"
    allowed_headers = ["Authorization", "Content-Type"]
    allowed_methods = ["GET", "PUT", "POST"]
    allowed_origins = ["https://photos.example", "https://*.photos.example"]
    expose_headers  = ["ETag", "x-amz-meta-album"]
    max_age_seconds = 1800
  }

  cors_rule {
    allowed_methods = ["GET"]
    allowed_origins = ["*"]
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "photos" {
  bucket = aws_s3_bucket.this["photos"].id

  rule {
    id     = "cool"
    status = "Enabled"
    filter {
      prefix = "raw/"
    }
    transition {
      days          = 30
      storage_class = "STANDARD_IA"
    }
    transition {
      days          = 120
      storage_class = "GLACIER"
    }
    noncurrent_version_transition {
      noncurrent_days = 30
      storage_class   = "STANDARD_IA"
    }
    noncurrent_version_expiration {
      noncurrent_days = 365
    }
  }

  rule {
    id     = "tagged"
    status = "Disabled"
    filter {
      tag {
        key   = "kind"
        value = "thumbnail"
      }
    }
    expiration {
      days = 7
    }
  }

  rule {
    id     = "uploads"
    status = "Enabled"
    filter {
      prefix = "uploads/"
    }
    abort_incomplete_multipart_upload {
      days_after_initiation = 3
    }
  }

  depends_on = [aws_s3_bucket_versioning.this]
}

resource "aws_s3_bucket_lifecycle_configuration" "logs" {
  bucket = aws_s3_bucket.this["logs"].id

  rule {
    id     = "expire"
    status = "Enabled"
    filter {
      prefix = "access/"
    }
    expiration {
      days = 90
    }
  }
}

resource "aws_s3_bucket_logging" "this" {
  for_each      = toset(["photos", "site"])
  bucket        = aws_s3_bucket.this[each.key].id
  target_bucket = aws_s3_bucket.this["logs"].id
  target_prefix = "access/${each.key}/"
  depends_on    = [aws_s3_bucket_acl.logs]
}

resource "aws_s3_bucket_notification" "photos" {
  bucket      = aws_s3_bucket.this["photos"].id
  eventbridge = true

  queue {
    id            = "raw"
    queue_arn     = aws_sqs_queue.uploads.arn
    events        = ["s3:ObjectCreated:Put", "s3:ObjectCreated:CompleteMultipartUpload"]
    filter_prefix = "raw/"
    filter_suffix = ".dng"
  }

  topic {
    id            = "prints"
    topic_arn     = aws_sns_topic.prints.arn
    events        = ["s3:ObjectRemoved:*"]
    filter_prefix = "prints/"
  }

  depends_on = [aws_sqs_queue_policy.uploads, aws_sns_topic_policy.prints]
}

resource "aws_s3_bucket_notification" "site" {
  bucket      = aws_s3_bucket.this["site"].id
  eventbridge = true
}

resource "aws_s3_bucket_replication_configuration" "photos" {
  bucket = aws_s3_bucket.this["photos"].id
  role   = aws_iam_role.replication.arn

  rule {
    id       = "all"
    priority = 1
    status   = "Enabled"
    filter {
      prefix = "raw/"
    }
    delete_marker_replication {
      status = "Enabled"
    }
    destination {
      bucket        = aws_s3_bucket.this["mirror"].arn
      storage_class = "GLACIER_IR"
    }
  }

  depends_on = [aws_s3_bucket_versioning.this]
}

resource "aws_s3_bucket_website_configuration" "site" {
  bucket = aws_s3_bucket.this["site"].id

  index_document {
    suffix = "index.html"
  }

  error_document {
    key = "lost.html"
  }

  routing_rule {
    condition {
      key_prefix_equals = "albums/"
    }
    redirect {
      host_name               = "photos.example"
      protocol                = "https"
      http_redirect_code      = "301"
      replace_key_prefix_with = "collections/"
    }
  }
}

resource "aws_s3_bucket_website_configuration" "mirror" {
  bucket = aws_s3_bucket.this["mirror"].id

  redirect_all_requests_to {
    host_name = "photos.example"
    protocol  = "https"
  }
}

resource "aws_s3_object" "page" {
  for_each = {
    "index.html" = { content = "<h1>Photos</h1>", type = "text/html" }
    "lost.html"  = { content = "<h1>Lost</h1>", type = "text/html" }
    "robots.txt" = { content = "User-agent: *", type = "text/plain" }
  }
  bucket           = aws_s3_bucket.this["site"].id
  key              = each.key
  content          = each.value.content
  content_type     = each.value.type
  cache_control    = "max-age=300"
  content_language = "en"
  tags             = { Page = each.key }
}

resource "aws_s3_object" "print" {
  bucket              = aws_s3_bucket.this["photos"].id
  key                 = "prints/2026/first.txt"
  content_base64      = "Zmlyc3Q="
  content_disposition = "attachment; filename=first.txt"
  content_type        = "text/plain"
  storage_class       = "STANDARD_IA"
  metadata            = { album = "first", frame = "12" }
}
