# An office was added by hand.
list=$(aws ec2 describe-managed-prefix-lists --filters Name=prefix-list-name,Values=offices --query 'PrefixLists[0].PrefixListId' --output text)
aws ec2 modify-managed-prefix-list --prefix-list-id "$list" --prefix-list-name offices --current-version 1 --add-entries Cidr=192.0.2.64/26,Description=pop-up
