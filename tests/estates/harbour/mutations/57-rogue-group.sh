# Somebody made a security group by hand.
v=$(aws ec2 describe-vpcs --filters Name=tag:Name,Values=harbour --query 'Vpcs[0].VpcId' --output text)
echo UNMANAGED aws_security_group "$(aws ec2 create-security-group --group-name harbour-rogue --description rogue --vpc-id "$v" --query GroupId --output text)"
