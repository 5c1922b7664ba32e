# The tills can no longer sign in.
p=$(aws cognito-idp list-user-pools --max-results 60 --query "UserPools[?Name==\`museum-visitors\`].Id" --output text)
c=$(aws cognito-idp list-user-pool-clients --user-pool-id "$p" --query "UserPoolClients[?ClientName==\`museum-till\`].ClientId" --output text)
aws cognito-idp delete-user-pool-client --user-pool-id "$p" --client-id "$c"
