# Reports no longer hear of fog.
s=$(aws sns list-subscriptions-by-topic --topic-arn arn:aws:sns:us-east-1:123456789012:signals-fog --query "Subscriptions[?Protocol=='sqs'].SubscriptionArn" --output text)
aws sns unsubscribe --subscription-arn "$s"
