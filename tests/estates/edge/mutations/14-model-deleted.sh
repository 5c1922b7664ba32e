# The subscription's model was deleted.
api=$(aws apigatewayv2 get-apis --query "Items[?Name=='ferry-positions'].ApiId" --output text)
model=$(jq -r '.resources[] | select(.type == "aws_apigatewayv2_model" and .name == "subscription") | .instances[0].attributes.id' "$STATE")
aws apigatewayv2 delete-model --api-id "$api" --model-id "$model"
