# The papers are no longer encrypted with the estate's key.
aws s3api put-bucket-encryption --bucket harbour-papers --server-side-encryption-configuration '{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"AES256"},"BucketKeyEnabled":false}]}'
