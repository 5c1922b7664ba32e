# A table was removed where each is a resource of its own.
endpoint=$(aws ec2 describe-vpc-endpoints --filters Name=tag:Name,Values=tables --query 'VpcEndpoints[0].VpcEndpointId' --output text)
table=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=private-b --query 'RouteTables[0].RouteTableId' --output text)
aws ec2 modify-vpc-endpoint --vpc-endpoint-id "$endpoint" --remove-route-table-ids "$table"
