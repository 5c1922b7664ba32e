# The log is told of wrecks only.
s=$(aws sns list-subscriptions-by-topic --topic-arn arn:aws:sns:us-east-1:123456789012:signals-watch --query 'Subscriptions[0].SubscriptionArn' --output text)
aws sns set-subscription-attributes --subscription-arn "$s" --attribute-name FilterPolicy --attribute-value '{"kind":["wreck"]}'
aws sns set-subscription-attributes --subscription-arn "$s" --attribute-name RawMessageDelivery --attribute-value false
