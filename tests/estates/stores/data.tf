resource "aws_db_subnet_group" "this" {
  for_each    = toset(["catalogue", "reports"])
  name        = "stores-${each.key}"
  description = "Private subnets of the ${each.key}"
  subnet_ids  = [for subnet in aws_subnet.private : subnet.id]
  tags        = { Name = each.key }
}

# The emulator does not tell who set a parameter, at which Terraform's own refresh flips: what is set in it is set by hand.
resource "aws_db_parameter_group" "catalogue" {
  name        = "stores-catalogue"
  family      = "postgres16"
  description = "The catalogue"
}

resource "aws_db_parameter_group" "reports" {
  name   = "stores-reports"
  family = "mysql8.0"
}

resource "aws_elasticache_subnet_group" "this" {
  for_each    = toset(["previews", "sessions"])
  name        = "stores-${each.key}"
  description = "Private subnets of the ${each.key}"
  subnet_ids  = [for subnet in aws_subnet.private : subnet.id]
}

resource "aws_elasticache_cluster" "sessions" {
  for_each                 = toset(["sessions", "scratch"])
  cluster_id               = "stores-${each.key}"
  engine                   = "redis"
  engine_version           = "7.1"
  node_type                = "cache.t4g.small"
  num_cache_nodes          = 1
  subnet_group_name        = aws_elasticache_subnet_group.this["sessions"].name
  snapshot_retention_limit = 3
  maintenance_window       = "sun:06:00-sun:07:00"
  tags                     = { Holds = each.key }
}

# The emulator makes no members of a replication group: this is its first.
resource "aws_elasticache_cluster" "previews_001" {
  cluster_id        = "stores-previews-001"
  engine            = "redis"
  engine_version    = "7.1"
  node_type         = "cache.t4g.medium"
  num_cache_nodes   = 1
  subnet_group_name = aws_elasticache_subnet_group.this["previews"].name
}

resource "aws_elasticache_replication_group" "previews" {
  replication_group_id       = "stores-previews"
  description                = "Rendered previews"
  engine                     = "redis"
  engine_version             = "7.1"
  node_type                  = "cache.t4g.medium"
  num_cache_clusters         = 1
  automatic_failover_enabled = false
  subnet_group_name          = aws_elasticache_subnet_group.this["previews"].name
  snapshot_retention_limit   = 2
  snapshot_window            = "04:00-05:00"
  tags                       = { Holds = "previews" }
  depends_on                 = [aws_elasticache_cluster.previews_001]
}

resource "aws_backup_vault" "this" {
  for_each    = toset(["daily", "yearly"])
  name        = "stores-${each.key}"
  kms_key_arn = aws_kms_key.backups.arn
}

resource "aws_backup_vault_lock_configuration" "this" {
  for_each            = aws_backup_vault.this
  backup_vault_name   = each.value.name
  min_retention_days  = 7
  max_retention_days  = 1200
  changeable_for_days = 30
}

resource "aws_backup_plan" "this" {
  for_each = toset(["daily", "yearly"])
  name     = "stores-${each.key}"

  rule {
    rule_name                    = "plain"
    target_vault_name            = aws_backup_vault.this[each.key].name
    schedule                     = "cron(0 4 * * ? *)"
    schedule_expression_timezone = "Europe/Vienna"
    start_window                 = 120
    completion_window            = 600
    recovery_point_tags          = { Plan = each.key }

    lifecycle {
      cold_storage_after = 30
      delete_after       = 400
    }

    copy_action {
      destination_vault_arn = aws_backup_vault.this["yearly"].arn
      lifecycle {
        delete_after = 700
      }
    }
  }

  rule {
    rule_name                = "continuous"
    target_vault_name        = aws_backup_vault.this[each.key].name
    schedule                 = "cron(0 5 * * ? *)"
    enable_continuous_backup = true
    lifecycle {
      delete_after = 30
    }
  }

  advanced_backup_setting {
    resource_type  = "EC2"
    backup_options = { WindowsVSS = "enabled" }
  }
}
