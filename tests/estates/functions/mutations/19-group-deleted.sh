# The curators were deleted.
p=$(aws cognito-idp list-user-pools --max-results 60 --query "UserPools[?Name==\`museum-visitors\`].Id" --output text)
aws cognito-idp delete-group --user-pool-id "$p" --group-name curators
