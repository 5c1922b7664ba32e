# The shared policy was attached to one more user.
aws iam attach-user-policy --user-name identity-cy --policy-arn arn:aws:iam::123456789012:policy/identity-shared
