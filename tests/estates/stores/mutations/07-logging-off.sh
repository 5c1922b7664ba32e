# The site's access is no longer logged.
aws s3api put-bucket-logging --bucket stores-site --bucket-logging-status '{}'
