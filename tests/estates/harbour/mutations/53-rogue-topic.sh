# Somebody made a topic by hand.
aws sns create-topic --name harbour-rogue > /dev/null
echo UNMANAGED aws_sns_topic arn:aws:sns:us-east-1:123456789012:harbour-rogue
