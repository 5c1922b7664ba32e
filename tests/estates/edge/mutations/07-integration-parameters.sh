# Another header goes to the weather service, another answer comes back.
api=$(aws apigatewayv2 get-apis --query "Items[?Name=='ferry-booking'].ApiId" --output text)
integration=$(aws apigatewayv2 get-integrations --api-id "$api" --query "Items[?IntegrationType=='HTTP_PROXY'].IntegrationId" --output text)
aws apigatewayv2 update-integration --api-id "$api" --integration-id "$integration" --request-parameters '{"append:header.x-line":"islands"}' --response-parameters '{"503":{"overwrite:statuscode":"500"}}' > /dev/null
