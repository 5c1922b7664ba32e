# The coats are checked at another counter.
aws stepfunctions tag-resource --resource-arn arn:aws:states:us-east-1:123456789012:activity:museum-coats --tags key=Counter,value=basement
