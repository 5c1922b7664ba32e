# An attribute was added to what is known of visitors.
p=$(aws cognito-idp list-user-pools --max-results 60 --query "UserPools[?Name==\`museum-visitors\`].Id" --output text)
aws cognito-idp add-custom-attributes --user-pool-id "$p" --custom-attributes Name=shoe,AttributeDataType=String,Mutable=true
