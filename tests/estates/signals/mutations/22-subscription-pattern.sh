# Wrecks are streamed as well.
aws logs put-subscription-filter --log-group-name /signals/watch --filter-name sightings --filter-pattern '{ $.kind = * }' --destination-arn arn:aws:kinesis:us-east-1:123456789012:stream/signals-sightings --role-arn arn:aws:iam::123456789012:role/signals-logs --distribution ByLogStream
