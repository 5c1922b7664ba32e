# The back door is guarded by what lets everyone in.
acl=$(aws wafv2 list-web-acls --scope REGIONAL --query "WebACLs[?Name=='identity-open'].ARN" --output text)
door=arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/identity-back/ba0a1b2c3d4e5f60
aws wafv2 disassociate-web-acl --resource-arn "$door"
aws wafv2 associate-web-acl --web-acl-arn "$acl" --resource-arn "$door"
