# A preview target was deregistered.
arn=$(aws elbv2 describe-target-groups --names machines-preview --query 'TargetGroups[0].TargetGroupArn' --output text)
aws elbv2 deregister-targets --target-group-arn "$arn" --targets Id=10.60.0.41,Port=8080
