# The rehearsal's path was taken away.
mapping=$(aws apigatewayv2 get-api-mappings --domain-name booking.ferry.example --query "Items[?ApiMappingKey=='rehearsal'].ApiMappingId" --output text)
aws apigatewayv2 delete-api-mapping --domain-name booking.ferry.example --api-mapping-id "$mapping"
