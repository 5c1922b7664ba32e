# An alias was moved to another key.
aws kms update-alias --alias-name alias/identity-data --target-key-id "$(aws kms describe-key --key-id alias/identity-spare --query KeyMetadata.KeyId --output text)"
