# The public table's way out for IPv6 was taken away, and one was added.
table=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=public --query 'RouteTables[0].RouteTableId' --output text)
gateway=$(aws ec2 describe-internet-gateways --filters Name=tag:Name,Values=main --query 'InternetGateways[0].InternetGatewayId' --output text)
aws ec2 delete-route --route-table-id "$table" --destination-ipv6-cidr-block ::/0
aws ec2 create-route --route-table-id "$table" --destination-cidr-block 198.51.100.0/24 --gateway-id "$gateway"
