# The spare interface lost its security group for the default one.
id=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=machines-spare --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
vpc=$(aws ec2 describe-vpcs --filters Name=tag:Name,Values=machines --query 'Vpcs[0].VpcId' --output text)
group=$(aws ec2 describe-security-groups --filters Name=vpc-id,Values="$vpc" Name=group-name,Values=default --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 modify-network-interface-attribute --network-interface-id "$id" --groups "$group"
