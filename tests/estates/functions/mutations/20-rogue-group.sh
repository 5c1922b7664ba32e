# A group was made by hand.
p=$(aws cognito-idp list-user-pools --max-results 60 --query "UserPools[?Name==\`museum-visitors\`].Id" --output text)
aws cognito-idp create-group --user-pool-id "$p" --group-name masters > /dev/null
echo "UNMANAGED aws_cognito_user_group $p/masters"
