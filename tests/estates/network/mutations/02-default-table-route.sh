# A route was added by hand to the office network's own table.
table=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=office --query 'RouteTables[0].RouteTableId' --output text)
gateway=$(aws ec2 describe-internet-gateways --filters Name=tag:Name,Values=office --query 'InternetGateways[0].InternetGatewayId' --output text)
aws ec2 create-route --route-table-id "$table" --destination-cidr-block 192.0.2.0/24 --gateway-id "$gateway"
