# Somebody made an API by hand.
api=$(aws apigateway create-rest-api --name rogue --query id --output text)
echo "UNMANAGED aws_api_gateway_rest_api $api"
