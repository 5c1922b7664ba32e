# The tidying function was deleted.
aws lambda delete-function --function-name harbour-tidy
