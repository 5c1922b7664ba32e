# A policy was detached from the operators.
aws iam detach-group-policy --group-name identity-ops --policy-arn arn:aws:iam::aws:policy/SecurityAudit
