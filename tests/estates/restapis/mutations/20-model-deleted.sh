# The model of a failure was deleted.
api=$(aws apigateway get-rest-apis --query "items[?name=='shipping'].id" --output text)
aws apigateway delete-model --rest-api-id "$api" --model-name Failure
