# A listener was opened by hand.
lb=$(aws elbv2 describe-load-balancers --names machines-front --query 'LoadBalancers[0].LoadBalancerArn' --output text)
arn=$(aws elbv2 create-listener --load-balancer-arn "$lb" --protocol HTTP --port 8081 \
  --default-actions 'Type=fixed-response,FixedResponseConfig={StatusCode=200,ContentType=text/plain,MessageBody=hi}' --query 'Listeners[0].ListenerArn' --output text)
echo "UNMANAGED aws_lb_listener $arn"
