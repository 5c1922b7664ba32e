# Somebody made a usage plan by hand.
plan=$(aws apigateway create-usage-plan --name rogue --query id --output text)
echo "UNMANAGED aws_api_gateway_usage_plan $plan"
