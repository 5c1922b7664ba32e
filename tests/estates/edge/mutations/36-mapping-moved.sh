# The booking's domain name shows another API.
api=$(aws apigatewayv2 get-apis --query "Items[?Name=='ferry-positions'].ApiId" --output text)
aws apigatewayv2 create-api-mapping --api-id "$api" --domain-name booking.ferry.example --stage '$default' > /dev/null
