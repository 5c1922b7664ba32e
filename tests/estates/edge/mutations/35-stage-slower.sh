# The live stage was made anew, slower and without logs.
api=$(aws apigatewayv2 get-apis --query "Items[?Name=='ferry-booking'].ApiId" --output text)
aws apigatewayv2 delete-stage --api-id "$api" --stage-name '$default'
aws apigatewayv2 create-stage --api-id "$api" --stage-name '$default' --auto-deploy --default-route-settings DetailedMetricsEnabled=false,ThrottlingBurstLimit=5,ThrottlingRateLimit=2 --stage-variables season=winter > /dev/null
