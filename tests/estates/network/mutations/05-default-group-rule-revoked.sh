# The exception to the closed group was revoked.
group=$(aws ec2 describe-security-groups --filters Name=tag:Name,Values=closed --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 revoke-security-group-ingress --group-id "$group" --protocol tcp --port 9000 --cidr 10.60.0.0/24
