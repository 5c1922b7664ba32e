# A tag of the outward gateway was removed.
gateway=$(aws ec2 describe-egress-only-internet-gateways --query 'EgressOnlyInternetGateways[0].EgressOnlyInternetGatewayId' --output text)
aws ec2 delete-tags --resources "$gateway" --tags Key=Team
