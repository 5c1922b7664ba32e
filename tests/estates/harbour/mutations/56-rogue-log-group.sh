# Somebody made a log group by hand.
aws logs create-log-group --log-group-name /harbour/rogue
echo UNMANAGED aws_cloudwatch_log_group /harbour/rogue
