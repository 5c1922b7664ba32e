# The logs' lifecycle was deleted.
aws s3api delete-bucket-lifecycle --bucket stores-logs
