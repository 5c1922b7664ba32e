# Somebody added a stage by hand.
api=$(aws apigatewayv2 get-apis --query "Items[?Name=='ferry-booking'].ApiId" --output text)
aws apigatewayv2 create-stage --api-id "$api" --stage-name debug > /dev/null
echo UNMANAGED aws_apigatewayv2_stage "$api/debug"
