# A method of the sandbox was deleted.
api=$(aws apigateway get-rest-apis --query "items[?name=='sandbox'].id" --output text)
resource=$(aws apigateway get-resources --rest-api-id "$api" --query "items[?path=='/echo'].id" --output text)
aws apigateway delete-method --rest-api-id "$api" --resource-id "$resource" --http-method PUT
