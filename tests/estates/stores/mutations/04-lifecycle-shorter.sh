# The photos move sooner, and the tagged ones expire at once.
aws s3api put-bucket-lifecycle-configuration --bucket stores-photos --lifecycle-configuration '{"Rules":[{"ID":"cool","Status":"Enabled","Filter":{"Prefix":"raw/"},"Transitions":[{"Days":1,"StorageClass":"GLACIER"}]},{"ID":"tagged","Status":"Enabled","Filter":{"Tag":{"Key":"kind","Value":"thumbnail"}},"Expiration":{"Days":1}}]}'
