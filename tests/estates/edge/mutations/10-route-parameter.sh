# The subscription's parameter is no longer asked for.
api=$(aws apigatewayv2 get-apis --query "Items[?Name=='ferry-positions'].ApiId" --output text)
route=$(aws apigatewayv2 get-routes --api-id "$api" --query "Items[?RouteKey=='subscribe'].RouteId" --output text)
aws apigatewayv2 delete-route-request-parameter --api-id "$api" --route-id "$route" --request-parameter-key route.request.querystring.ferry
