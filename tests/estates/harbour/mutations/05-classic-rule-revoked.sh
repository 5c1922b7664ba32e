# The offices lost their way to the database.
g=$(aws ec2 describe-security-groups --filters Name=group-name,Values=harbour-database --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 revoke-security-group-ingress --group-id "$g" --ip-permissions 'IpProtocol=tcp,FromPort=5432,ToPort=5432,IpRanges=[{CidrIp=198.51.100.0/25},{CidrIp=198.51.100.128/25}],Ipv6Ranges=[{CidrIpv6=2001:db8:40::/48}]' > /dev/null
