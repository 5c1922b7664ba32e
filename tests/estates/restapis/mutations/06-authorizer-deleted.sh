# The authorizer of customers was deleted.
api=$(aws apigateway get-rest-apis --query "items[?name=='shipping'].id" --output text)
authorizer=$(aws apigateway get-authorizers --rest-api-id "$api" --query "items[?name=='customers'].id" --output text)
aws apigateway delete-authorizer --rest-api-id "$api" --authorizer-id "$authorizer"
