# A private subnet was moved to the public table.
table=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=public --query 'RouteTables[0].RouteTableId' --output text)
old=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=private-b --query 'RouteTables[0].Associations[0].RouteTableAssociationId' --output text)
subnet=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=private-b --query 'Subnets[0].SubnetId' --output text)
aws ec2 replace-route-table-association --association-id "$old" --route-table-id "$table"
echo "UNMANAGED aws_route_table_association $subnet/$table"
