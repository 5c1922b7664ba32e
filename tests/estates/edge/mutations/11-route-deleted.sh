# Nobody can book a passage any more.
api=$(aws apigatewayv2 get-apis --query "Items[?Name=='ferry-booking'].ApiId" --output text)
route=$(aws apigatewayv2 get-routes --api-id "$api" --query "Items[?RouteKey=='POST /passages'].RouteId" --output text)
aws apigatewayv2 delete-route --api-id "$api" --route-id "$route"
