# The rule that closes the administration was deleted.
lb=$(aws elbv2 describe-load-balancers --names machines-front --query 'LoadBalancers[0].LoadBalancerArn' --output text)
listener=$(aws elbv2 describe-listeners --load-balancer-arn "$lb" --query 'Listeners[?Port==`80`].ListenerArn' --output text)
rule=$(aws elbv2 describe-rules --listener-arn "$listener" --query "Rules[?Priority=='5'].RuleArn" --output text)
aws elbv2 delete-rule --rule-arn "$rule"
