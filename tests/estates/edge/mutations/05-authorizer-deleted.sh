# The partners' authorizer was deleted.
api=$(aws apigatewayv2 get-apis --query "Items[?Name=='ferry-booking'].ApiId" --output text)
authorizer=$(jq -r '.resources[] | select(.type == "aws_apigatewayv2_authorizer" and .name == "partners") | .instances[0].attributes.id' "$STATE")
aws apigatewayv2 delete-authorizer --api-id "$api" --authorizer-id "$authorizer"
