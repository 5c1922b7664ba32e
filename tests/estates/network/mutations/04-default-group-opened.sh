# The office network's own group was opened.
group=$(aws ec2 describe-security-groups --filters Name=group-name,Values=default Name=tag:Name,Values=office --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 authorize-security-group-ingress --group-id "$group" --protocol tcp --port 22 --cidr 0.0.0.0/0
