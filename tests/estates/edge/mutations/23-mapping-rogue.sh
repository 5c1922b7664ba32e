# Somebody added a path by hand.
api=$(aws apigatewayv2 get-apis --query "Items[?Name=='ferry-booking'].ApiId" --output text)
mapping=$(aws apigatewayv2 create-api-mapping --api-id "$api" --domain-name booking.ferry.example --stage '$default' --api-mapping-key debug --query ApiMappingId --output text)
echo UNMANAGED aws_apigatewayv2_api_mapping "$mapping/booking.ferry.example"
