# Somebody made a bucket by hand.
aws s3api create-bucket --bucket harbour-rogue > /dev/null
echo UNMANAGED aws_s3_bucket harbour-rogue
