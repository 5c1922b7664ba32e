# The answer to a connection was deleted.
api=$(aws apigatewayv2 get-apis --query "Items[?Name=='ferry-positions'].ApiId" --output text)
route=$(aws apigatewayv2 get-routes --api-id "$api" --query "Items[?RouteKey=='\$connect'].RouteId" --output text)
response=$(jq -r '.resources[] | select(.type == "aws_apigatewayv2_route_response" and .name == "connect") | .instances[0].attributes.id' "$STATE")
aws apigatewayv2 delete-route-response --api-id "$api" --route-id "$route" --route-response-id "$response"
