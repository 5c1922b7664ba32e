# The office's flow log was deleted.
log=$(aws ec2 describe-flow-logs --filter Name=tag:Name,Values=office --query 'FlowLogs[0].FlowLogId' --output text)
aws ec2 delete-flow-logs --flow-log-ids "$log"
