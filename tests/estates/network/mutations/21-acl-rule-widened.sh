# The private ACL's inner rule lets everyone in.
acl=$(aws ec2 describe-network-acls --filters Name=tag:Name,Values=private --query 'NetworkAcls[0].NetworkAclId' --output text)
aws ec2 replace-network-acl-entry --network-acl-id "$acl" --ingress --rule-number 100 --protocol 6 --rule-action allow --cidr-block 0.0.0.0/0 --port-range From=0,To=65535
