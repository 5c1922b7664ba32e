# Anybody may call the sandbox.
api=$(aws apigateway get-rest-apis --query "items[?name=='sandbox'].id" --output text)
resource=$(aws apigateway get-resources --rest-api-id "$api" --query "items[?path=='/echo'].id" --output text)
aws apigateway put-method --rest-api-id "$api" --resource-id "$resource" --http-method GET --authorization-type NONE --api-key-required > /dev/null
