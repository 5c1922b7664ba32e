# The standby queue was deleted.
aws --region us-west-2 sqs delete-queue --queue-url "$(aws --region us-west-2 sqs get-queue-url --queue-name harbour-replica --query QueueUrl --output text)"
