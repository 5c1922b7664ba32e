# A domain name was made anew with old ciphers.
aws apigateway delete-domain-name --domain-name parcels.example.com
aws apigateway create-domain-name --domain-name parcels.example.com --certificate-arn arn:aws:acm:us-east-1:123456789012:certificate/6a2f6f0e-1b7a-4d1c-9a40-5f7f8f1c0003 --security-policy TLS_1_0 --endpoint-configuration types=EDGE > /dev/null
