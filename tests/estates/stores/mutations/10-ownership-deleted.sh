# The photos' ownership controls were deleted.
aws s3api delete-bucket-ownership-controls --bucket stores-photos
