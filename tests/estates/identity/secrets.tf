resource "aws_kms_key" "this" {
  for_each = toset(["data", "spare"])

  description = "Encrypts ${each.key}"
}

resource "aws_kms_alias" "data" {
  name          = "alias/identity-data"
  target_key_id = aws_kms_key.this["data"].arn
}

resource "aws_kms_alias" "spare" {
  name          = "alias/identity-spare"
  target_key_id = aws_kms_key.this["spare"].key_id
}

resource "aws_kms_key_policy" "data" {
  key_id = aws_kms_key.this["data"].key_id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Sid = "Owner", Effect = "Allow", Principal = { AWS = "arn:aws:iam::123456789012:root" }, Action = "kms:*", Resource = "*" }]
  })
}

resource "aws_kms_grant" "machine" {
  for_each = { bound = { Department = "quay" }, free = {} }

  name              = "identity-${each.key}"
  key_id            = aws_kms_key.this["data"].key_id
  grantee_principal = aws_iam_role.machine.arn
  operations        = ["Encrypt", "Decrypt", "GenerateDataKey"]

  dynamic "constraints" {
    for_each = length(each.value) > 0 ? [each.value] : []
    content {
      encryption_context_equals = constraints.value
    }
  }
}

resource "aws_secretsmanager_secret" "this" {
  for_each = toset(["database", "partner"])

  name = "identity/${each.key}"
}

resource "aws_secretsmanager_secret_version" "this" {
  for_each = aws_secretsmanager_secret.this

  secret_id     = each.value.id
  secret_string = jsonencode({ user = "identity", word = "not-a-real-one-${each.key}" })
}

# With a stage of its own, not the current one.
resource "aws_secretsmanager_secret_version" "staged" {
  secret_id      = aws_secretsmanager_secret.this["database"].id
  secret_string  = "not-a-real-one-either"
  version_stages = ["REHEARSAL"]

  depends_on = [aws_secretsmanager_secret_version.this]
}

resource "aws_secretsmanager_secret_policy" "partner" {
  secret_arn = aws_secretsmanager_secret.this["partner"].arn
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Sid = "Machine", Effect = "Allow", Principal = { AWS = aws_iam_role.machine.arn }, Action = "secretsmanager:GetSecretValue", Resource = "*" }]
  })
}

resource "aws_ssm_parameter" "plain" {
  for_each = toset(["limit", "colour", "retired"])

  name            = "/identity/${each.key}"
  type            = "String"
  value           = "17"
  description     = "The ${each.key}"
  allowed_pattern = "^[a-z0-9]+$"
  tags            = { Name = each.key }
}

resource "aws_ssm_parameter" "list" {
  name           = "identity-doors"
  type           = "StringList"
  tier           = "Advanced"
  insecure_value = "front,back"
}

resource "aws_ssm_parameter" "secret" {
  name   = "/identity/secret"
  type   = "SecureString"
  key_id = aws_kms_key.this["data"].key_id
  value  = "not-a-real-one"
}
