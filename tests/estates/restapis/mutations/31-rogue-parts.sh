# Somebody made a model, a validator, an authorizer and an answer by hand.
api=$(aws apigateway get-rest-apis --query "items[?name=='shipping'].id" --output text)
aws apigateway create-model --rest-api-id "$api" --name Rogue --content-type application/json --schema "{}" > /dev/null
validator=$(aws apigateway create-request-validator --rest-api-id "$api" --name rogue --query id --output text)
authorizer=$(aws apigateway create-authorizer --rest-api-id "$api" --name rogue --type TOKEN --identity-source method.request.header.Rogue --query id --output text)
aws apigateway put-gateway-response --rest-api-id "$api" --response-type QUOTA_EXCEEDED > /dev/null
echo "UNMANAGED aws_api_gateway_model $api/Rogue"
echo "UNMANAGED aws_api_gateway_request_validator $api/$validator"
echo "UNMANAGED aws_api_gateway_authorizer $api/$authorizer"
echo "UNMANAGED aws_api_gateway_gateway_response $api/QUOTA_EXCEEDED"
