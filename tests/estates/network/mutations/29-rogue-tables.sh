# A table, an ACL, a prefix list, an endpoint and a flow log that no code knows.
vpc=$(aws ec2 describe-vpcs --filters Name=tag:Name,Values=office --query 'Vpcs[0].VpcId' --output text)
echo "UNMANAGED aws_route_table $(aws ec2 create-route-table --vpc-id "$vpc" --query RouteTable.RouteTableId --output text)"
echo "UNMANAGED aws_network_acl $(aws ec2 create-network-acl --vpc-id "$vpc" --query NetworkAcl.NetworkAclId --output text)"
echo "UNMANAGED aws_ec2_managed_prefix_list $(aws ec2 create-managed-prefix-list --prefix-list-name rogue --address-family IPv4 --max-entries 1 --query PrefixList.PrefixListId --output text)"
echo "UNMANAGED aws_vpc_endpoint $(aws ec2 create-vpc-endpoint --vpc-id "$vpc" --service-name com.amazonaws.us-east-1.s3 --query VpcEndpoint.VpcEndpointId --output text)"
echo "UNMANAGED aws_flow_log $(aws ec2 create-flow-logs --resource-type VPC --resource-ids "$vpc" --traffic-type ACCEPT --log-destination-type s3 --log-destination arn:aws:s3:::cables-flows --query 'FlowLogIds[0]' --output text)"
