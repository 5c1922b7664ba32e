# The signing key is about to be deleted.
k=$(aws kms list-keys --query 'Keys[].KeyId' --output text | tr '\t' '\n' | while read -r k; do aws kms describe-key --key-id "$k" --query "KeyMetadata.[KeyId,Description]" --output text; done | grep 'bills of lading' | cut -f1)
aws kms schedule-key-deletion --key-id "$k" --pending-window-in-days 7 > /dev/null
