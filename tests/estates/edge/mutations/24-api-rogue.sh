# Somebody made an API by hand.
api=$(aws apigatewayv2 create-api --name ferry-rogue --protocol-type HTTP --query ApiId --output text)
echo UNMANAGED aws_apigatewayv2_api "$api"
