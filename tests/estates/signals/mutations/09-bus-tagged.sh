# The sea's bus was tagged.
aws events tag-resource --resource-arn arn:aws:events:us-east-1:123456789012:event-bus/signals-sea --tags Key=Side,Value=lee
