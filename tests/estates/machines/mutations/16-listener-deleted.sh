# The wire's listener was deleted.
lb=$(aws elbv2 describe-load-balancers --names machines-wire --query 'LoadBalancers[0].LoadBalancerArn' --output text)
arn=$(aws elbv2 describe-listeners --load-balancer-arn "$lb" --query 'Listeners[0].ListenerArn' --output text)
aws elbv2 delete-listener --listener-arn "$arn"
