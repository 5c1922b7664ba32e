# A route that no code knows was added where routes are resources of their own.
table=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=closed --query 'RouteTables[0].RouteTableId' --output text)
gateway=$(aws ec2 describe-nat-gateways --filter Name=tag:Name,Values=between --query 'NatGateways[0].NatGatewayId' --output text)
aws ec2 create-route --route-table-id "$table" --destination-cidr-block 172.16.0.0/12 --nat-gateway-id "$gateway"
