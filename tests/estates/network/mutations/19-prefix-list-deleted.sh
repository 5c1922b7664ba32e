# The partners' list was deleted.
list=$(aws ec2 describe-managed-prefix-lists --filters Name=prefix-list-name,Values=partners --query 'PrefixLists[0].PrefixListId' --output text)
aws ec2 delete-managed-prefix-list --prefix-list-id "$list"
