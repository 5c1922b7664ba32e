# A position has a height as well.
api=$(aws apigatewayv2 get-apis --query "Items[?Name=='ferry-positions'].ApiId" --output text)
model=$(jq -r '.resources[] | select(.type == "aws_apigatewayv2_model" and .name == "position") | .instances[0].attributes.id' "$STATE")
aws apigatewayv2 update-model --api-id "$api" --model-id "$model" --schema '{"type":"object","properties":{"ferry":{"type":"string"},"height":{"type":"number"}}}' > /dev/null
