# Somebody deployed by hand, to a stage with settings.
api=$(aws apigateway get-rest-apis --query "items[?name=='shipping'].id" --output text)
deployment=$(aws apigateway create-deployment --rest-api-id "$api" --stage-name rogue --query id --output text)
aws apigateway update-stage --rest-api-id "$api" --stage-name rogue --patch-operations 'op=replace,path=/*/*/logging/loglevel,value=INFO' > /dev/null
echo "UNMANAGED aws_api_gateway_deployment $api/$deployment"
echo "UNMANAGED aws_api_gateway_stage $api/rogue"
echo "UNMANAGED aws_api_gateway_method_settings $api/rogue/*/*"
