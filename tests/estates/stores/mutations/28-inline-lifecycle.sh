# The old bucket's inline lifecycle was shortened.
aws s3api put-bucket-lifecycle-configuration --bucket stores-inline --lifecycle-configuration '{"Rules":[{"ID":"old","Status":"Enabled","Filter":{"Prefix":""},"Expiration":{"Days":4}}]}'
