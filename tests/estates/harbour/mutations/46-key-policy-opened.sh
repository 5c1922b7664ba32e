# Another account may use the estate's key.
k=$(aws kms list-keys --query 'Keys[].KeyId' --output text | tr '\t' '\n' | while read -r k; do aws kms describe-key --key-id "$k" --query "KeyMetadata.[KeyId,Description]" --output text; done | grep 'Cargo papers' | cut -f1)
aws kms put-key-policy --key-id "$k" --policy-name default --policy '{"Version":"2012-10-17","Statement":[{"Sid":"Account","Effect":"Allow","Principal":{"AWS":["arn:aws:iam::123456789012:root","arn:aws:iam::210987654321:root"]},"Action":"kms:*","Resource":"*"}]}'
