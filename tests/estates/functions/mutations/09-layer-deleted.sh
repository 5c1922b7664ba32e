# The maps were deleted.
aws lambda delete-layer-version --layer-name museum-maps --version-number 1
