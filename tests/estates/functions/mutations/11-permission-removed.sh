# The tills may no longer call the guide.
aws lambda remove-permission --function-name museum-guide --statement-id tills
