# The films' distribution got a tag.
arn=$(jq -r '.resources[] | select(.type == "aws_cloudfront_distribution" and .name == "films") | .instances[0].attributes.arn' "$STATE")
aws cloudfront tag-resource --resource "$arn" --tags 'Items=[{Key=Owner,Value=nobody}]'
