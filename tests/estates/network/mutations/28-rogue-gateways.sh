# Gateways that no code knows.
vpc=$(aws ec2 describe-vpcs --filters Name=tag:Name,Values=office --query 'Vpcs[0].VpcId' --output text)
subnet=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=office --query 'Subnets[0].SubnetId' --output text)
echo "UNMANAGED aws_internet_gateway $(aws ec2 create-internet-gateway --query InternetGateway.InternetGatewayId --output text)"
echo "UNMANAGED aws_egress_only_internet_gateway $(aws ec2 create-egress-only-internet-gateway --vpc-id "$vpc" --query EgressOnlyInternetGateway.EgressOnlyInternetGatewayId --output text)"
echo "UNMANAGED aws_nat_gateway $(aws ec2 create-nat-gateway --subnet-id "$subnet" --connectivity-type private --query NatGateway.NatGatewayId --output text)"
echo "UNMANAGED aws_eip $(aws ec2 allocate-address --domain vpc --query AllocationId --output text)"
