# Bookings become visible again too soon.
aws sqs set-queue-attributes --queue-url "$(aws sqs get-queue-url --queue-name harbour-bookings --query QueueUrl --output text)" --attributes VisibilityTimeout=10
