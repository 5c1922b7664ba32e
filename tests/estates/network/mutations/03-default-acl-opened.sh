# The office network's own ACL lets everyone ask for names.
acl=$(aws ec2 describe-network-acls --filters Name=tag:Name,Values=office --query 'NetworkAcls[0].NetworkAclId' --output text)
aws ec2 replace-network-acl-entry --network-acl-id "$acl" --ingress --rule-number 100 --protocol 17 --rule-action allow --cidr-block 0.0.0.0/0 --port-range From=53,To=53
