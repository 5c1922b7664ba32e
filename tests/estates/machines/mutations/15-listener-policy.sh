# The secure listener accepts old clients.
lb=$(aws elbv2 describe-load-balancers --names machines-front --query 'LoadBalancers[0].LoadBalancerArn' --output text)
arn=$(aws elbv2 describe-listeners --load-balancer-arn "$lb" --query 'Listeners[?Port==`443`].ListenerArn' --output text)
aws elbv2 modify-listener --listener-arn "$arn" --ssl-policy ELBSecurityPolicy-2016-08 >/dev/null
