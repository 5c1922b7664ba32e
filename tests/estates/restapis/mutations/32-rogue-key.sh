# Somebody made a key by hand, and let it into the plan.
plan=$(aws apigateway get-usage-plans --query "items[?name=='restapis-partners'].id" --output text)
key=$(aws apigateway create-api-key --name rogue --enabled --query id --output text)
aws apigateway create-usage-plan-key --usage-plan-id "$plan" --key-id "$key" --key-type API_KEY > /dev/null
echo "UNMANAGED aws_api_gateway_api_key $key"
echo "UNMANAGED aws_api_gateway_usage_plan_key $plan/$key"
