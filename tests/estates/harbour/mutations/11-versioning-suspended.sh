# The papers are no longer versioned.
aws s3api put-bucket-versioning --bucket harbour-papers --versioning-configuration Status=Suspended
