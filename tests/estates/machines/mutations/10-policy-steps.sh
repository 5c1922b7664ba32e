# The fleet's steps were made larger.
aws autoscaling put-scaling-policy --auto-scaling-group-name machines-fleet --policy-name queue --policy-type StepScaling \
  --adjustment-type ChangeInCapacity --metric-aggregation-type Average --estimated-instance-warmup 120 \
  --step-adjustments MetricIntervalLowerBound=0,ScalingAdjustment=4 >/dev/null
