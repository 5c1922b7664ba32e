# One more address may not enter.
read -r id token < <(aws wafv2 list-ip-sets --scope REGIONAL --query "IPSets[?Name=='identity-blocked'].[Id,LockToken]" --output text)
aws wafv2 update-ip-set --name identity-blocked --scope REGIONAL --id "$id" --lock-token "$token" --description "Who may not enter" --addresses 198.51.100.0/24 203.0.113.7/32 192.0.2.1/32 > /dev/null
