# The old API was deleted, with all that was below it.
api=$(aws --region us-west-2 apigateway get-rest-apis --query "items[?name=='old-shipping'].id" --output text)
aws --region us-west-2 apigateway delete-rest-api --rest-api-id "$api"
