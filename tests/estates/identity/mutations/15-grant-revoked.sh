# A grant was revoked.
key=$(jq -r '.resources[] | select(.type == "aws_kms_grant") | .instances[] | select(.index_key == "free") | .attributes.key_id' "$STATE")
grant=$(aws kms list-grants --key-id "$key" --query "Grants[?Name=='identity-free'].GrantId" --output text)
aws kms revoke-grant --key-id "$key" --grant-id "$grant"
