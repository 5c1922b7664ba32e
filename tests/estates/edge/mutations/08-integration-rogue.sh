# Somebody added an integration by hand.
api=$(aws apigatewayv2 get-apis --query "Items[?Name=='ferry-booking'].ApiId" --output text)
integration=$(aws apigatewayv2 create-integration --api-id "$api" --integration-type HTTP_PROXY --integration-method GET --integration-uri https://rogue.example --payload-format-version 1.0 --query IntegrationId --output text)
echo UNMANAGED aws_apigatewayv2_integration "$api/$integration"
