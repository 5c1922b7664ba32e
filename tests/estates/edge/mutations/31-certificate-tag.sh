# The public certificate has another name.
arn=$(jq -r '.resources[] | select(.type == "aws_acm_certificate" and .name == "public") | .instances[0].attributes.arn' "$STATE")
aws acm add-tags-to-certificate --certificate-arn "$arn" --tags Key=Name,Value=ferry-private
