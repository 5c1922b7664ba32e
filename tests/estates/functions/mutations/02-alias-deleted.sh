# The night guide was deleted.
aws lambda delete-alias --function-name museum-guide --name night
