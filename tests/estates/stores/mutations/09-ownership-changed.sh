# The mirror's objects belong to who owns the bucket.
aws s3api put-bucket-ownership-controls --bucket stores-mirror --ownership-controls "Rules=[{ObjectOwnership=BucketOwnerPreferred}]"
