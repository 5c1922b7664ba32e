# The spare address was given to an interface by hand.
allocation=$(aws ec2 describe-addresses --filters Name=tag:Name,Values=spare --query 'Addresses[0].AllocationId' --output text)
subnet=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=public-b --query 'Subnets[0].SubnetId' --output text)
interface=$(aws ec2 create-network-interface --subnet-id "$subnet" --query NetworkInterface.NetworkInterfaceId --output text)
aws ec2 associate-address --allocation-id "$allocation" --network-interface-id "$interface"
echo "UNMANAGED aws_network_interface $interface"
