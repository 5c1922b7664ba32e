# Anyone may write to the log.
aws sqs set-queue-attributes --queue-url "$(aws sqs get-queue-url --queue-name signals-log --query QueueUrl --output text)" --attributes '{"Policy":"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"Events\",\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"sqs:*\",\"Resource\":\"arn:aws:sqs:us-east-1:123456789012:signals-log\"}]}"}'
