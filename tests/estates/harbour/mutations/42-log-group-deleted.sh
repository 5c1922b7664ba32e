# A function's log group was deleted.
aws logs delete-log-group --log-group-name /aws/lambda/harbour-tidy
