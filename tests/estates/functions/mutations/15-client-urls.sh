# Somebody sent the application back to a tunnel.
p=$(aws cognito-idp list-user-pools --max-results 60 --query "UserPools[?Name==\`museum-visitors\`].Id" --output text)
c=$(aws cognito-idp list-user-pool-clients --user-pool-id "$p" --query "UserPoolClients[?ClientName==\`museum-app\`].ClientId" --output text)
aws cognito-idp update-user-pool-client --user-pool-id "$p" --client-id "$c" --callback-urls https://museum.example/back https://tunnel.example/back > /dev/null
