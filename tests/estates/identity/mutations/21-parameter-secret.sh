# A secret parameter was set by hand.
aws ssm put-parameter --name /identity/secret --type SecureString --value not-a-real-one-by-hand --overwrite > /dev/null
