# The doors open an hour later, and nobody hears of failures.
aws scheduler update-schedule --name open --group-name museum-day --schedule-expression "cron(0 10 * * ? *)" --flexible-time-window Mode=OFF --target "Arn=arn:aws:sqs:us-east-1:123456789012:museum-visits,RoleArn=arn:aws:iam::123456789012:role/museum-guide" > /dev/null
