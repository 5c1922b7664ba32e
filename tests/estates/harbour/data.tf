locals {
  buckets = {
    papers  = { versioned = true, encrypted = true, readers = ["arn:aws:iam::${local.account}:root"] }
    exports = { versioned = true, encrypted = false, readers = ["arn:aws:iam::${local.account}:root", "arn:aws:iam::210987654321:root"] }
    scratch = { versioned = false, encrypted = false, readers = [] }
  }
}

resource "aws_s3_bucket" "archive" {
  count    = 2
  provider = aws.west
  bucket   = "harbour-archive-${count.index}"
}

resource "aws_dynamodb_table" "bookings" {
  name                        = "harbour-bookings"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "booking"
  range_key                   = "leg"
  stream_enabled              = true
  stream_view_type            = "NEW_AND_OLD_IMAGES"
  deletion_protection_enabled = true

  attribute {
    name = "booking"
    type = "S"
  }

  attribute {
    name = "leg"
    type = "N"
  }

  attribute {
    name = "vessel"
    type = "S"
  }

  global_secondary_index {
    name               = "by-vessel"
    hash_key           = "vessel"
    range_key          = "leg"
    projection_type    = "INCLUDE"
    non_key_attributes = ["status", "berth"]
  }

  ttl {
    attribute_name = "expires"
    enabled        = true
  }

  point_in_time_recovery {
    enabled = true
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.data.arn
  }

  tags = { Name = "harbour-bookings" }
}

resource "aws_dynamodb_table" "tariffs" {
  name           = "harbour-tariffs"
  hash_key       = "code"
  read_capacity  = 10
  write_capacity = 2

  attribute {
    name = "code"
    type = "S"
  }

  attribute {
    name = "zone"
    type = "S"
  }

  attribute {
    name = "since"
    type = "S"
  }

  global_secondary_index {
    name            = "by-zone"
    hash_key        = "zone"
    projection_type = "ALL"
    read_capacity   = 5
    write_capacity  = 1
  }

  global_secondary_index {
    name            = "by-date"
    hash_key        = "since"
    projection_type = "KEYS_ONLY"
    read_capacity   = 3
    write_capacity  = 1
  }
}

resource "aws_dynamodb_table" "locks" {
  provider     = aws.west
  name         = "harbour-locks"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_db_subnet_group" "private" {
  name        = "harbour"
  description = "Private subnets"
  subnet_ids  = module.network.private_subnet_ids
}

resource "aws_db_instance" "bookings" {
  identifier                 = "harbour-bookings"
  engine                     = "postgres"
  engine_version             = "16.3"
  instance_class             = "db.t4g.medium"
  allocated_storage          = 50
  max_allocated_storage      = 200
  storage_type               = "gp3"
  storage_encrypted          = true
  kms_key_id                 = aws_kms_key.data.arn
  db_name                    = "bookings"
  username                   = "quay"
  password                   = "not-a-real-password"
  db_subnet_group_name       = aws_db_subnet_group.private.name
  vpc_security_group_ids     = [aws_security_group.database.id]
  backup_retention_period    = 14
  backup_window              = "03:00-04:00"
  maintenance_window         = "sun:04:30-sun:05:30"
  multi_az                   = true
  deletion_protection        = true
  auto_minor_version_upgrade = false
  copy_tags_to_snapshot      = true
  skip_final_snapshot        = true
  tags                       = { Name = "harbour-bookings" }
}

# In the other region also because the emulator gives all databases of a region one resource id.
resource "aws_db_instance" "reports" {
  provider            = aws.west
  identifier          = "harbour-reports"
  engine              = "mysql"
  engine_version      = "8.0.36"
  instance_class      = "db.t3.small"
  allocated_storage   = 20
  username            = "reports"
  password            = "not-a-real-password"
  skip_final_snapshot = true
}
