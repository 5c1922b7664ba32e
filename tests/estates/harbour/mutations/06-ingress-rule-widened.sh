# The northern office's rule was widened.
r=$(aws ec2 describe-security-group-rules --query "SecurityGroupRules[?Description=='office north'].SecurityGroupRuleId" --output text)
g=$(aws ec2 describe-security-groups --filters Name=group-name,Values=harbour-workers --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 modify-security-group-rules --group-id "$g" --security-group-rules "SecurityGroupRuleId=$r,SecurityGroupRule={IpProtocol=tcp,FromPort=8443,ToPort=8443,CidrIpv4=198.51.0.0/16,Description=office north}" > /dev/null
