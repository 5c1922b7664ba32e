# Somebody gave a key another name.
aws kms create-alias --alias-name alias/identity-rogue --target-key-id "$(aws kms describe-key --key-id alias/identity-spare --query KeyMetadata.KeyId --output text)"
echo UNMANAGED aws_kms_alias alias/identity-rogue
