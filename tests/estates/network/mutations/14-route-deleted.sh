# The other private table lost its way out.
table=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=private-b --query 'RouteTables[0].RouteTableId' --output text)
aws ec2 delete-route --route-table-id "$table" --destination-cidr-block 0.0.0.0/0
