# The main network's main table is another one.
table=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=public --query 'RouteTables[0].RouteTableId' --output text)
vpc=$(aws ec2 describe-vpcs --filters Name=tag:Name,Values=main --query 'Vpcs[0].VpcId' --output text)
old=$(aws ec2 describe-route-tables --filters "Name=vpc-id,Values=$vpc" Name=association.main,Values=true --query 'RouteTables[0].Associations[?Main].RouteTableAssociationId | [0]' --output text)
aws ec2 replace-route-table-association --association-id "$old" --route-table-id "$table"
