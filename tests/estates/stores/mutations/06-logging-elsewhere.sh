# The photos are logged under another prefix.
aws s3api put-bucket-logging --bucket stores-photos --bucket-logging-status '{"LoggingEnabled":{"TargetBucket":"stores-logs","TargetPrefix":"elsewhere/"}}'
