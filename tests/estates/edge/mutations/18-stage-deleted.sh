# The rehearsal stage was deleted.
api=$(aws apigatewayv2 get-apis --query "Items[?Name=='ferry-booking'].ApiId" --output text)
aws apigatewayv2 delete-stage --api-id "$api" --stage-name rehearsal
