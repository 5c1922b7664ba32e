# The operators may do anything with buckets.
aws iam put-group-policy --group-name identity-ops --policy-name read --policy-document '{"Version":"2012-10-17","Statement":[{"Sid":"Read","Effect":"Allow","Action":"s3:*","Resource":"*"}]}'
