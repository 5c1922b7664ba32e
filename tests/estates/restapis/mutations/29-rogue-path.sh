# Somebody made a path by hand, with a method on it.
api=$(aws apigateway get-rest-apis --query "items[?name=='shipping'].id" --output text)
resource=$(aws apigateway get-resources --rest-api-id "$api" --query "items[?path=='/'].id" --output text)
path=$(aws apigateway create-resource --rest-api-id "$api" --parent-id "$resource" --path-part debug --query id --output text)
aws apigateway put-method --rest-api-id "$api" --resource-id "$path" --http-method GET --authorization-type NONE > /dev/null
aws apigateway put-method-response --rest-api-id "$api" --resource-id "$path" --http-method GET --status-code 200 > /dev/null
aws apigateway put-integration --rest-api-id "$api" --resource-id "$path" --http-method GET --type MOCK > /dev/null
aws apigateway put-integration-response --rest-api-id "$api" --resource-id "$path" --http-method GET --status-code 200 --selection-pattern '' > /dev/null
echo "UNMANAGED aws_api_gateway_resource $api/$path"
echo "UNMANAGED aws_api_gateway_method $api/$path/GET"
echo "UNMANAGED aws_api_gateway_method_response $api/$path/GET/200"
echo "UNMANAGED aws_api_gateway_integration $api/$path/GET"
echo "UNMANAGED aws_api_gateway_integration_response $api/$path/GET/200"
