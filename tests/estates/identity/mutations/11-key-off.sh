# An access key was switched off.
key=$(aws iam list-access-keys --user-name identity-ben --query "AccessKeyMetadata[0].AccessKeyId" --output text)
aws iam update-access-key --user-name identity-ben --access-key-id "$key" --status Inactive
