# One user may do anything with buckets.
aws iam put-user-policy --user-name identity-ada --policy-name read --policy-document '{"Version":"2012-10-17","Statement":[{"Sid":"Read","Effect":"Allow","Action":"s3:*","Resource":"*"}]}'
