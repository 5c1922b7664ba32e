# Instances in a private subnet get public addresses.
s=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=harbour-private-us-east-1a --query 'Subnets[0].SubnetId' --output text)
aws ec2 modify-subnet-attribute --subnet-id "$s" --map-public-ip-on-launch
