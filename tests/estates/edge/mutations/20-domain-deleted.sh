# The parcels' domain name was deleted.
aws apigatewayv2 delete-domain-name --domain-name parcels.ferry.example
