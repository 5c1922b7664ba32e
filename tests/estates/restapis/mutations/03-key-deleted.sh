# The florist's key was deleted.
key=$(aws apigateway get-api-keys --query "items[?name=='restapis-florist'].id" --output text)
aws apigateway delete-api-key --api-key "$key"
