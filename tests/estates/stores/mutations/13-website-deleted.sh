# The mirror is no website any more.
aws s3api delete-bucket-website --bucket stores-mirror
