# The table's reads are to be used less.
aws application-autoscaling put-scaling-policy --policy-name machines-jobs-reads --service-namespace dynamodb \
  --resource-id table/machines-jobs --scalable-dimension dynamodb:table:ReadCapacityUnits --policy-type TargetTrackingScaling \
  --target-tracking-scaling-policy-configuration '{"TargetValue":40,"ScaleInCooldown":120,"PredefinedMetricSpecification":{"PredefinedMetricType":"DynamoDBReadCapacityUtilization"}}' >/dev/null
