# The standby key is no longer rotated.
aws --region us-west-2 kms disable-key-rotation --key-id "$(aws --region us-west-2 kms list-keys --query 'Keys[].KeyId' --output text | tr '\t' '\n' | while read -r k; do aws --region us-west-2 kms describe-key --key-id "$k" --query "KeyMetadata.[KeyId,Description]" --output text; done | grep 'Standby copies' | cut -f1)"
