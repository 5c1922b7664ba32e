# A booking is answered in no form.
api=$(aws apigateway get-rest-apis --query "items[?name=='shipping'].id" --output text)
resource=$(aws apigateway get-resources --rest-api-id "$api" --query "items[?path=='/parcels'].id" --output text)
aws apigateway put-method-response --rest-api-id "$api" --resource-id "$resource" --http-method POST --status-code 201 --response-models application/json=Empty > /dev/null
