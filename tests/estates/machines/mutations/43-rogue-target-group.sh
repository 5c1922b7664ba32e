# A target group was made by hand.
vpc=$(aws ec2 describe-vpcs --filters Name=tag:Name,Values=machines --query 'Vpcs[0].VpcId' --output text)
arn=$(aws elbv2 create-target-group --name machines-rogue --protocol HTTP --port 81 --vpc-id "$vpc" --query 'TargetGroups[0].TargetGroupArn' --output text)
echo "UNMANAGED aws_lb_target_group $arn"
