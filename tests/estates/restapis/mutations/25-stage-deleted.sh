# The trial was deleted.
api=$(aws apigateway get-rest-apis --query "items[?name=='shipping'].id" --output text)
aws apigateway delete-stage --rest-api-id "$api" --stage-name trial
