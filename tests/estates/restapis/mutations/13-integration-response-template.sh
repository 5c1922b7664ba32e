# A failure is answered otherwise.
api=$(aws apigateway get-rest-apis --query "items[?name=='shipping'].id" --output text)
resource=$(aws apigateway get-resources --rest-api-id "$api" --query "items[?path=='/parcels'].id" --output text)
aws apigateway put-integration-response --rest-api-id "$api" --resource-id "$resource" --http-method POST --status-code 422 --selection-pattern '5\d{2}' --response-templates '{"application/json":"{}"}' > /dev/null
