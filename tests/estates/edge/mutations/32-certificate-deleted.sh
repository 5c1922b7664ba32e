# The crew's certificate was deleted, and its validation with it.
arn=$(jq -r '.resources[] | select(.type == "aws_acm_certificate" and .name == "crew") | .instances[0].attributes.arn' "$STATE")
aws acm delete-certificate --certificate-arn "$arn"
