# The workers may no longer resolve names.
g=$(aws ec2 describe-security-groups --filters Name=group-name,Values=harbour-workers --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 revoke-security-group-egress --group-id "$g" --ip-permissions 'IpProtocol=udp,FromPort=53,ToPort=53,IpRanges=[{CidrIp=10.40.0.2/32}]' > /dev/null
