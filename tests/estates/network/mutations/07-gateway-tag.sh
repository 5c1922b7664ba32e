# A tag of the main network's gateway was changed.
gateway=$(aws ec2 describe-internet-gateways --filters Name=tag:Name,Values=main --query 'InternetGateways[0].InternetGatewayId' --output text)
aws ec2 create-tags --resources "$gateway" --tags Key=Team,Value=nobody
