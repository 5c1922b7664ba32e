# Somebody made a bus, opened it and archives it.
aws events create-event-bus --name signals-rogue > /dev/null
aws events put-permission --event-bus-name signals-rogue --statement-id open --action events:PutEvents --principal 210987654321
aws events create-archive --archive-name signals-rogue --event-source-arn arn:aws:events:us-east-1:123456789012:event-bus/signals-rogue > /dev/null
echo UNMANAGED aws_cloudwatch_event_bus signals-rogue
echo UNMANAGED aws_cloudwatch_event_bus_policy signals-rogue
echo UNMANAGED aws_cloudwatch_event_archive signals-rogue
