# The workers may no longer publish.
aws iam detach-role-policy --role-name harbour-task --policy-arn arn:aws:iam::123456789012:policy/harbour-publish
