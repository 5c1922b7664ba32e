# The preview certificate was taken off the listener.
lb=$(aws elbv2 describe-load-balancers --names machines-front --query 'LoadBalancers[0].LoadBalancerArn' --output text)
arn=$(aws elbv2 describe-listeners --load-balancer-arn "$lb" --query 'Listeners[?Port==`443`].ListenerArn' --output text)
default=$(aws elbv2 describe-listeners --load-balancer-arn "$lb" --query 'Listeners[?Port==`443`].Certificates[0].CertificateArn' --output text)
certificate=$(aws elbv2 describe-listener-certificates --listener-arn "$arn" --query 'Certificates[].CertificateArn' --output text | tr '\t' '\n' | grep -v "$default")
aws elbv2 remove-listener-certificates --listener-arn "$arn" --certificates CertificateArn="$certificate"
