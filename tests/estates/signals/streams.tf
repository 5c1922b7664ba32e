resource "aws_kinesis_stream" "sightings" {
  name                      = "signals-sightings"
  shard_count               = 2
  retention_period          = 48
  encryption_type           = "KMS"
  kms_key_id                = aws_kms_key.watch.arn
  shard_level_metrics       = ["IncomingBytes", "OutgoingRecords"]
  enforce_consumer_deletion = true
  stream_mode_details {
    stream_mode = "PROVISIONED"
  }
  tags = { Kind = "sightings" }
}

resource "aws_kinesis_stream" "demand" {
  provider = aws.west
  name     = "signals-demand"
  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}

resource "aws_kinesis_firehose_delivery_stream" "sightings" {
  name        = "signals-sightings"
  destination = "extended_s3"
  tags        = { Kind = "sightings" }

  kinesis_source_configuration {
    kinesis_stream_arn = aws_kinesis_stream.sightings.arn
    role_arn           = aws_iam_role.service["firehose"].arn
  }

  extended_s3_configuration {
    role_arn            = aws_iam_role.service["firehose"].arn
    bucket_arn          = aws_s3_bucket.keep["sightings"].arn
    prefix              = "ships/!{partitionKeyFromQuery:flag}/"
    error_output_prefix = "errors/"
    buffering_interval  = 120
    buffering_size      = 64
    compression_format  = "UNCOMPRESSED"
    custom_time_zone    = "America/New_York"
    file_extension      = ".parquet"
    kms_key_arn         = aws_kms_key.watch.arn
    s3_backup_mode      = "Enabled"

    s3_backup_configuration {
      role_arn           = aws_iam_role.service["firehose"].arn
      bucket_arn         = aws_s3_bucket.keep["sightings"].arn
      prefix             = "raw/"
      compression_format = "GZIP"
    }

    cloudwatch_logging_options {
      enabled         = true
      log_group_name  = aws_cloudwatch_log_group.watch.name
      log_stream_name = "delivery"
    }

    dynamic_partitioning_configuration {
      enabled        = true
      retry_duration = 600
    }

    processing_configuration {
      enabled = true
      processors {
        type = "Lambda"
        parameters {
          parameter_name  = "LambdaArn"
          parameter_value = "arn:aws:lambda:us-east-1:${local.account}:function:signals-flag:$LATEST"
        }
        parameters {
          parameter_name  = "BufferSizeInMBs"
          parameter_value = "2"
        }
      }
      processors {
        type = "MetadataExtraction"
        parameters {
          parameter_name  = "JsonParsingEngine"
          parameter_value = "JQ-1.6"
        }
        parameters {
          parameter_name  = "MetadataExtractionQuery"
          parameter_value = "{flag:.flag}"
        }
      }
    }

    data_format_conversion_configuration {
      input_format_configuration {
        deserializer {
          open_x_json_ser_de {
            column_to_json_key_mappings = { ts = "timestamp" }
          }
        }
      }
      output_format_configuration {
        serializer {
          parquet_ser_de {
            compression = "GZIP"
          }
        }
      }
      schema_configuration {
        database_name = "signals"
        table_name    = "sightings"
        role_arn      = aws_iam_role.service["firehose"].arn
        region        = "us-east-1"
      }
    }
  }
}

resource "aws_kinesis_firehose_delivery_stream" "harbour" {
  name        = "signals-harbour"
  destination = "http_endpoint"

  server_side_encryption {
    enabled  = true
    key_type = "CUSTOMER_MANAGED_CMK"
    key_arn  = aws_kms_key.watch.arn
  }

  http_endpoint_configuration {
    url                = "https://harbour.example.com/intake"
    name               = "Harbour"
    access_key         = "not-a-real-key"
    buffering_size     = 5
    buffering_interval = 60
    retry_duration     = 120
    role_arn           = aws_iam_role.service["firehose"].arn
    s3_backup_mode     = "FailedDataOnly"

    s3_configuration {
      role_arn           = aws_iam_role.service["firehose"].arn
      bucket_arn         = aws_s3_bucket.keep["sightings"].arn
      buffering_interval = 400
      buffering_size     = 10
      compression_format = "GZIP"
    }

    request_configuration {
      content_encoding = "GZIP"
      common_attributes {
        name  = "tower"
        value = "north"
      }
    }
  }
}

resource "aws_codebuild_project" "lamp" {
  name           = "signals-lamp"
  description    = "Builds the lamp"
  service_role   = aws_iam_role.service["codebuild"].arn
  build_timeout  = 30
  queued_timeout = 120
  source_version = "main"
  tags           = { Kind = "lamp" }

  artifacts {
    type           = "S3"
    location       = aws_s3_bucket.keep["sightings"].bucket
    path           = "builds"
    name           = "lamp.zip"
    packaging      = "ZIP"
    namespace_type = "BUILD_ID"
  }

  cache {
    type  = "LOCAL"
    modes = ["LOCAL_DOCKER_LAYER_CACHE", "LOCAL_SOURCE_CACHE"]
  }

  environment {
    type                        = "LINUX_CONTAINER"
    image                       = "aws/codebuild/amazonlinux2-x86_64-standard:5.0"
    compute_type                = "BUILD_GENERAL1_MEDIUM"
    image_pull_credentials_type = "CODEBUILD"
    privileged_mode             = true
    environment_variable {
      name  = "TOWER"
      value = "north"
    }
    environment_variable {
      name  = "OIL"
      type  = "PARAMETER_STORE"
      value = "/signals/oil"
    }
  }

  logs_config {
    cloudwatch_logs {
      group_name  = aws_cloudwatch_log_group.watch.name
      stream_name = "builds"
    }
    s3_logs {
      status   = "ENABLED"
      location = "${aws_s3_bucket.keep["sightings"].bucket}/builds"
    }
  }

  source {
    type            = "GITHUB"
    location        = "https://github.com/example/lamp.git"
    git_clone_depth = 1
    buildspec       = "buildspec.yml"
    git_submodules_config {
      fetch_submodules = true
    }
  }

  vpc_config {
    vpc_id             = "vpc-0a1b2c3d"
    subnets            = ["subnet-0a1b2c3d", "subnet-4e5f6a7b"]
    security_group_ids = ["sg-0a1b2c3d"]
  }
}

resource "aws_codebuild_project" "lens" {
  name         = "signals-lens"
  service_role = aws_iam_role.service["codebuild"].arn
  artifacts {
    type = "NO_ARTIFACTS"
  }
  environment {
    type         = "ARM_CONTAINER"
    image        = "aws/codebuild/amazonlinux2-aarch64-standard:3.0"
    compute_type = "BUILD_GENERAL1_SMALL"
  }
  source {
    type     = "CODECOMMIT"
    location = "https://git-codecommit.us-east-1.amazonaws.com/v1/repos/lens"
  }
}
