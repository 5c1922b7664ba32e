# Somebody listens to the watch.
s=$(aws sns subscribe --topic-arn arn:aws:sns:us-east-1:123456789012:signals-watch --protocol sqs --notification-endpoint arn:aws:sqs:us-east-1:123456789012:signals-reports --return-subscription-arn --query SubscriptionArn --output text)
echo UNMANAGED aws_sns_topic_subscription "$s"
