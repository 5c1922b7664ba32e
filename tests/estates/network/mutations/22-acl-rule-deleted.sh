# The private ACL no longer lets offices ask for names.
acl=$(aws ec2 describe-network-acls --filters Name=tag:Name,Values=private --query 'NetworkAcls[0].NetworkAclId' --output text)
aws ec2 delete-network-acl-entry --network-acl-id "$acl" --ingress --rule-number 110
