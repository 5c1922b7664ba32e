# Somebody filters and shares the watch's log.
aws logs put-metric-filter --log-group-name /signals/watch --filter-name rogue --filter-pattern '' --metric-transformations metricName=All,metricNamespace=Rogue,metricValue=1
aws logs put-subscription-filter --log-group-name /signals/watch --filter-name rogue --filter-pattern '' --destination-arn arn:aws:kinesis:us-east-1:123456789012:stream/signals-sightings --role-arn arn:aws:iam::123456789012:role/signals-logs
aws logs put-resource-policy --policy-name signals-rogue --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"logs:*","Resource":"*"}]}' > /dev/null
echo UNMANAGED aws_cloudwatch_log_metric_filter /signals/watch:rogue
echo UNMANAGED aws_cloudwatch_log_subscription_filter '/signals/watch|rogue'
echo UNMANAGED aws_cloudwatch_log_resource_policy signals-rogue
