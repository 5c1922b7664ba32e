# The office network's gateway was detached.
gateway=$(aws ec2 describe-internet-gateways --filters Name=tag:Name,Values=office --query 'InternetGateways[0].InternetGatewayId' --output text)
vpc=$(aws ec2 describe-vpcs --filters Name=tag:Name,Values=office --query 'Vpcs[0].VpcId' --output text)
aws ec2 detach-internet-gateway --internet-gateway-id "$gateway" --vpc-id "$vpc"
