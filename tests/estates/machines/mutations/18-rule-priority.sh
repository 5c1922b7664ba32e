# The preview rule matches before others.
lb=$(aws elbv2 describe-load-balancers --names machines-front --query 'LoadBalancers[0].LoadBalancerArn' --output text)
listener=$(aws elbv2 describe-listeners --load-balancer-arn "$lb" --query 'Listeners[?Port==`443`].ListenerArn' --output text)
rule=$(aws elbv2 describe-rules --listener-arn "$listener" --query "Rules[?Priority=='20'].RuleArn" --output text)
aws elbv2 set-rule-priorities --rule-priorities RuleArn="$rule",Priority=3 >/dev/null
