# An archive bucket was deleted.
aws --region us-west-2 s3api delete-bucket --bucket harbour-archive-1
