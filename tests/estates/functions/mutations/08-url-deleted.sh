# The counter lost its URL.
aws lambda delete-function-url-config --function-name museum-counter
