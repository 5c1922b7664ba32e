# A policy was detached from a user.
aws iam detach-user-policy --user-name identity-ben --policy-arn arn:aws:iam::123456789012:policy/identity-reading
