# A table was added by hand where tables are inline.
endpoint=$(aws ec2 describe-vpc-endpoints --filters Name=tag:Name,Values=storage --query 'VpcEndpoints[0].VpcEndpointId' --output text)
table=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=closed --query 'RouteTables[0].RouteTableId' --output text)
aws ec2 modify-vpc-endpoint --vpc-endpoint-id "$endpoint" --add-route-table-ids "$table"
