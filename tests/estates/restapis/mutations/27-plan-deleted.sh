# The plan of trials was deleted.
plan=$(aws apigateway get-usage-plans --query "items[?name=='restapis-trial'].id" --output text)
aws apigateway delete-usage-plan --usage-plan-id "$plan"
