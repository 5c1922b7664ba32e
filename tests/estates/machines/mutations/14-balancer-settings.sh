# The front lets bad headers through.
arn=$(aws elbv2 describe-load-balancers --names machines-front --query 'LoadBalancers[0].LoadBalancerArn' --output text)
aws elbv2 modify-load-balancer-attributes --load-balancer-arn "$arn" \
  --attributes Key=routing.http.drop_invalid_header_fields.enabled,Value=false >/dev/null
