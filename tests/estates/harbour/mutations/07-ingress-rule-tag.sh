# A rule's tag was changed.
r=$(aws ec2 describe-security-group-rules --filters Name=tag:Name,Values=metrics --query 'SecurityGroupRules[0].SecurityGroupRuleId' --output text)
aws ec2 create-tags --resources "$r" --tags Key=Name,Value=prometheus
