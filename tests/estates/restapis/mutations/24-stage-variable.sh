# A stage reads another table, untraced.
api=$(aws apigateway get-rest-apis --query "items[?name=='shipping'].id" --output text)
aws apigateway update-stage --rest-api-id "$api" --stage-name live --patch-operations op=replace,path=/variables/table,value=parcels-copy op=replace,path=/tracingEnabled,value=false op=replace,path=/cacheClusterSize,value=1.6 > /dev/null
