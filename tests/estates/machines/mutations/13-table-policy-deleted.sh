# The policy on the table's writes was deleted.
aws application-autoscaling delete-scaling-policy --policy-name machines-jobs-writes --service-namespace dynamodb \
  --resource-id table/machines-jobs --scalable-dimension dynamodb:table:WriteCapacityUnits
