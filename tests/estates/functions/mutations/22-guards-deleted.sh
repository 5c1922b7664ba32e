# The guards' accounts were deleted, with their domain.
p=$(aws cognito-idp list-user-pools --max-results 60 --query "UserPools[?Name==\`museum-guards\`].Id" --output text)
aws cognito-idp delete-user-pool-domain --domain museum-guards --user-pool-id "$p"
aws cognito-idp delete-user-pool --user-pool-id "$p"
