# The papers' bucket policy was deleted.
aws s3api delete-bucket-policy --bucket harbour-papers
