# An answer to too many calls tells more than it should.
api=$(aws apigateway get-rest-apis --query "items[?name=='shipping'].id" --output text)
aws apigateway put-gateway-response --rest-api-id "$api" --response-type THROTTLED --status-code 503 --response-templates '{"application/json":"{\"error\":\"$context.error.message\"}"}' > /dev/null
