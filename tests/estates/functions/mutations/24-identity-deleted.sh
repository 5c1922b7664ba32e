# The guards' identities were deleted.
i=$(aws cognito-identity list-identity-pools --max-results 60 --query "IdentityPools[?IdentityPoolName==\`museum guards\`].IdentityPoolId" --output text)
aws cognito-identity delete-identity-pool --identity-pool-id "$i"
