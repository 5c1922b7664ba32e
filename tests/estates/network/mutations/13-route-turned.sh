# A private table's way out was turned to the internet gateway.
table=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=private-a --query 'RouteTables[0].RouteTableId' --output text)
gateway=$(aws ec2 describe-internet-gateways --filters Name=tag:Name,Values=main --query 'InternetGateways[0].InternetGatewayId' --output text)
aws ec2 replace-route --route-table-id "$table" --destination-cidr-block 0.0.0.0/0 --gateway-id "$gateway"
