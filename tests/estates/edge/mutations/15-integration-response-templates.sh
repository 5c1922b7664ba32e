# The echo answers something else.
api=$(aws apigatewayv2 get-apis --query "Items[?Name=='ferry-positions'].ApiId" --output text)
integration=$(aws apigatewayv2 get-integrations --api-id "$api" --query "Items[?IntegrationType=='MOCK'].IntegrationId" --output text)
response=$(aws apigatewayv2 get-integration-responses --api-id "$api" --integration-id "$integration" --query "Items[?IntegrationResponseKey=='/200/'].IntegrationResponseId" --output text)
aws apigatewayv2 update-integration-response --api-id "$api" --integration-id "$integration" --integration-response-id "$response" --response-templates '{"application/json":"{}"}' > /dev/null
