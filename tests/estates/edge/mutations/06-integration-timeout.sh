# The passages' function gets less time.
api=$(aws apigatewayv2 get-apis --query "Items[?Name=='ferry-booking'].ApiId" --output text)
integration=$(aws apigatewayv2 get-integrations --api-id "$api" --query "Items[?IntegrationType=='AWS_PROXY'].IntegrationId" --output text)
aws apigatewayv2 update-integration --api-id "$api" --integration-id "$integration" --timeout-in-millis 3000 > /dev/null
