resource "aws_iam_user" "person" {
  for_each = toset(["ada", "ben", "cy"])

  name = "identity-${each.key}"
  path = "/people/"
  tags = { Name = each.key }
}

# Left the company; the code does not know it yet.
resource "aws_iam_user" "leaver" {
  name          = "identity-leaver"
  force_destroy = true
}

resource "aws_iam_group" "team" {
  for_each = toset(["ops", "audit", "guests"])

  name = "identity-${each.key}"
  path = "/teams/"
}

# All of the group.
resource "aws_iam_group_membership" "ops" {
  name  = "identity-ops"
  group = aws_iam_group.team["ops"].name
  users = [aws_iam_user.person["ada"].name, aws_iam_user.person["ben"].name]
}

# Some groups of a user, beside what others may own.
resource "aws_iam_user_group_membership" "cy" {
  user   = aws_iam_user.person["cy"].name
  groups = [for group in aws_iam_group.team : group.name if group.name == "identity-audit"]
}

resource "aws_iam_user_group_membership" "leaver" {
  user   = aws_iam_user.leaver.name
  groups = [aws_iam_group.team["audit"].name]
}

resource "aws_iam_group_policy" "ops" {
  name   = "read"
  group  = aws_iam_group.team["ops"].name
  policy = local.anyone_reads
}

resource "aws_iam_user_policy" "ada" {
  name   = "read"
  user   = aws_iam_user.person["ada"].name
  policy = local.anyone_reads
}

resource "aws_iam_policy" "reading" {
  name   = "identity-reading"
  policy = local.anyone_reads
}

resource "aws_iam_policy" "shared" {
  name   = "identity-shared"
  policy = local.anyone_reads
}

resource "aws_iam_group_policy_attachment" "ops" {
  for_each = toset([aws_iam_policy.reading.name, "SecurityAudit"])

  group      = aws_iam_group.team["ops"].name
  policy_arn = each.key == "SecurityAudit" ? "arn:aws:iam::aws:policy/SecurityAudit" : aws_iam_policy.reading.arn
}

resource "aws_iam_user_policy_attachment" "person" {
  for_each = toset(["ada", "ben"])

  user       = aws_iam_user.person[each.key].name
  policy_arn = aws_iam_policy.reading.arn
}

# Everything that the policy is attached to.
resource "aws_iam_policy_attachment" "shared" {
  name       = "identity-shared"
  policy_arn = aws_iam_policy.shared.arn
  users      = [aws_iam_user.person["ada"].name]
  groups     = [aws_iam_group.team["audit"].name]
  roles      = [aws_iam_role.machine.name]
}

resource "aws_iam_access_key" "robot" {
  user = aws_iam_user.person["ben"].name
}

resource "aws_iam_role" "machine" {
  name = "identity-machine"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_instance_profile" "machine" {
  name = "identity-machine"
  path = "/machines/"
  role = aws_iam_role.machine.name
  tags = { Name = "machine" }
}

resource "aws_iam_openid_connect_provider" "ci" {
  url             = "https://ci.identity.example"
  client_id_list  = ["sts.amazonaws.com", "deploy"]
  thumbprint_list = ["6938fd4d98bab03faadb97b34396831e3780aea1", "1c58a3a8518e8759bf075b76b750d4f2df264fcd"]
}
