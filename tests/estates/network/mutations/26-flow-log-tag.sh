# A tag of the main network's flow log was changed.
log=$(aws ec2 describe-flow-logs --filter Name=tag:Name,Values=main --query 'FlowLogs[0].FlowLogId' --output text)
aws ec2 create-tags --resources "$log" --tags Key=Name,Value=old
