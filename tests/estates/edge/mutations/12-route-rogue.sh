# Somebody added a route by hand.
api=$(aws apigatewayv2 get-apis --query "Items[?Name=='ferry-booking'].ApiId" --output text)
route=$(aws apigatewayv2 create-route --api-id "$api" --route-key 'GET /debug' --query RouteId --output text)
echo UNMANAGED aws_apigatewayv2_route "$api/$route"
