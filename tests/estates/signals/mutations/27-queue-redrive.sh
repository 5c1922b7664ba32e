# The spare queue gives up after one attempt.
aws sqs set-queue-attributes --queue-url "$(aws sqs get-queue-url --queue-name signals-spare --query QueueUrl --output text)" --attributes '{"RedrivePolicy":"{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:123456789012:signals-lost\",\"maxReceiveCount\":1}"}'
