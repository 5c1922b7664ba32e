# The tariff's API was deleted.
api=$(aws apigatewayv2 get-apis --query "Items[?Name=='ferry-tariff'].ApiId" --output text)
aws apigatewayv2 delete-api --api-id "$api"
