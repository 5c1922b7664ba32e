# Whoever has a passenger's token passes as crew.
api=$(aws apigatewayv2 get-apis --query "Items[?Name=='ferry-booking'].ApiId" --output text)
authorizer=$(jq -r '.resources[] | select(.type == "aws_apigatewayv2_authorizer" and .name == "crew") | .instances[0].attributes.id' "$STATE")
aws apigatewayv2 update-authorizer --api-id "$api" --authorizer-id "$authorizer" --jwt-configuration 'Audience=crew,passenger,Issuer=https://login.ferry.example' > /dev/null
