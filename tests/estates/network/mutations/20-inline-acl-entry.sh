# The public ACL lets everyone in by SSH.
acl=$(aws ec2 describe-network-acls --filters Name=tag:Name,Values=public --query 'NetworkAcls[0].NetworkAclId' --output text)
aws ec2 create-network-acl-entry --network-acl-id "$acl" --ingress --rule-number 90 --protocol 6 --rule-action allow --cidr-block 0.0.0.0/0 --port-range From=22,To=22
