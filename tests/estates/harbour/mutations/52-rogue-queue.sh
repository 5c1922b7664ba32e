# Somebody made a queue by hand.
aws sqs create-queue --queue-name harbour-rogue > /dev/null
echo UNMANAGED aws_sqs_queue https://sqs.us-east-1.amazonaws.com/123456789012/harbour-rogue
