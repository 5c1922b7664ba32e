# Every upload is told to the queue, and nothing to the topic.
q=$(aws sqs get-queue-url --queue-name stores-uploads --query QueueUrl --output text)
a=$(aws sqs get-queue-attributes --queue-url "$q" --attribute-names QueueArn --query Attributes.QueueArn --output text)
aws s3api put-bucket-notification-configuration --bucket stores-photos --notification-configuration "{\"QueueConfigurations\":[{\"Id\":\"raw\",\"QueueArn\":\"$a\",\"Events\":[\"s3:ObjectCreated:*\"]}]}"
