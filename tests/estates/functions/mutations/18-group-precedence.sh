# Friends come before curators.
p=$(aws cognito-idp list-user-pools --max-results 60 --query "UserPools[?Name==\`museum-visitors\`].Id" --output text)
aws cognito-idp update-group --user-pool-id "$p" --group-name friends --precedence 0 --description "Best friends" > /dev/null
