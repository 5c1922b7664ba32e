# The positions' API was described anew.
api=$(aws apigatewayv2 get-apis --query "Items[?Name=='ferry-positions'].ApiId" --output text)
aws apigatewayv2 update-api --api-id "$api" --description 'Out of use' > /dev/null
