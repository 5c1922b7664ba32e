# The sandbox was described, and takes its keys from elsewhere.
api=$(aws apigateway get-rest-apis --query "items[?name=='sandbox'].id" --output text)
aws apigateway update-rest-api --rest-api-id "$api" --patch-operations op=replace,path=/description,value=mine op=replace,path=/apiKeySource,value=AUTHORIZER > /dev/null
