# Somebody made a distribution by hand.
id=$(aws cloudfront create-distribution --origin-domain-name rogue.s3.amazonaws.com --query Distribution.Id --output text)
echo UNMANAGED aws_cloudfront_distribution "$id"
