# A client was made by hand.
p=$(aws cognito-idp list-user-pools --max-results 60 --query "UserPools[?Name==\`museum-visitors\`].Id" --output text)
c=$(aws cognito-idp create-user-pool-client --user-pool-id "$p" --client-name trial --query UserPoolClient.ClientId --output text)
echo "UNMANAGED aws_cognito_user_pool_client $p/$c"
