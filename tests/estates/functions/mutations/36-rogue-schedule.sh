# A schedule was made by hand.
aws scheduler create-schedule --name party --schedule-expression "rate(1 days)" --flexible-time-window Mode=OFF --target "Arn=arn:aws:sqs:us-east-1:123456789012:museum-visits,RoleArn=arn:aws:iam::123456789012:role/museum-guide" > /dev/null
echo "UNMANAGED aws_scheduler_schedule default/party"
