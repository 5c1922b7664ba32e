# The trial is no longer served.
aws apigateway delete-base-path-mapping --domain-name shipping.example.com --base-path trial
