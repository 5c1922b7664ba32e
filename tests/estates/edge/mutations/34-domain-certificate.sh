# The tickets' domain name was made anew with another certificate.
aws apigatewayv2 delete-domain-name --domain-name tickets.ferry.example
aws apigatewayv2 create-domain-name --domain-name tickets.ferry.example --domain-name-configurations 'CertificateArn=arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-4000-8000-000000000000,EndpointType=REGIONAL,SecurityPolicy=TLS_1_0' --tags Estate=edge > /dev/null
