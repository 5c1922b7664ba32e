# Port 22 of security group teashop-web was opened to the whole internet.
g=$(aws ec2 describe-security-groups --filters Name=group-name,Values=teashop-web --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 authorize-security-group-ingress --group-id "$g" --ip-permissions 'IpProtocol=tcp,FromPort=22,ToPort=22,IpRanges=[{CidrIp=0.0.0.0/0}]' > /dev/null
