# Somebody taps the sea's bus.
aws events put-rule --name signals-tap --event-bus-name signals-sea --event-pattern '{"source":[{"prefix":""}]}' > /dev/null
aws events put-targets --rule signals-ship --event-bus-name signals-sea --targets Id=tap,Arn=arn:aws:sqs:us-east-1:123456789012:signals-reports > /dev/null
echo UNMANAGED aws_cloudwatch_event_rule signals-sea/signals-tap
echo UNMANAGED aws_cloudwatch_event_target signals-sea/signals-ship/tap
