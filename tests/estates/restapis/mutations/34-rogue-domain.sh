# Somebody made a domain name by hand, and a mapping of another.
api=$(aws apigateway get-rest-apis --query "items[?name=='shipping'].id" --output text)
aws apigateway create-domain-name --domain-name rogue.example.com > /dev/null
aws apigateway create-base-path-mapping --domain-name shipping.example.com --base-path rogue --rest-api-id "$api" --stage live > /dev/null
echo UNMANAGED aws_api_gateway_domain_name rogue.example.com
echo UNMANAGED aws_api_gateway_base_path_mapping shipping.example.com/rogue
