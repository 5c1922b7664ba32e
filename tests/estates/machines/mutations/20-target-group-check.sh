# The render group's health check asks elsewhere.
arn=$(aws elbv2 describe-target-groups --names machines-render --query 'TargetGroups[0].TargetGroupArn' --output text)
aws elbv2 modify-target-group --target-group-arn "$arn" --health-check-path /down >/dev/null
