# Somebody added a domain name by hand.
aws apigatewayv2 create-domain-name --domain-name debug.ferry.example --domain-name-configurations EndpointType=REGIONAL,SecurityPolicy=TLS_1_2 > /dev/null
echo UNMANAGED aws_apigatewayv2_domain_name debug.ferry.example
