# The grocer was taken out of the partners' plan.
key=$(aws apigateway get-api-keys --query "items[?name=='restapis-grocer'].id" --output text)
plan=$(aws apigateway get-usage-plans --query "items[?name=='restapis-partners'].id" --output text)
aws apigateway delete-usage-plan-key --usage-plan-id "$plan" --key-id "$key"
