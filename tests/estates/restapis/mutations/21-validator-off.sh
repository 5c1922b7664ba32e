# Bodies are no longer validated.
api=$(aws apigateway get-rest-apis --query "items[?name=='shipping'].id" --output text)
validator=$(aws apigateway get-request-validators --rest-api-id "$api" --query "items[?name=='body'].id" --output text)
aws apigateway update-request-validator --rest-api-id "$api" --request-validator-id "$validator" --patch-operations op=replace,path=/validateRequestBody,value=false > /dev/null
