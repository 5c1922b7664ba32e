# Somebody made a parameter.
aws ssm put-parameter --name /identity/rogue --type String --value on > /dev/null
echo UNMANAGED aws_ssm_parameter /identity/rogue
