# A parameter was set by hand.
aws ssm put-parameter --name /identity/limit --type String --value 99 --overwrite > /dev/null
