# A tag was added to the NAT gateway.
gateway=$(aws ec2 describe-nat-gateways --filter Name=tag:Name,Values=public --query 'NatGateways[0].NatGatewayId' --output text)
aws ec2 create-tags --resources "$gateway" --tags Key=Owner,Value=night-shift
