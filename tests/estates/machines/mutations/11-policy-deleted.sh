# The fleet's tracking policy was deleted.
aws autoscaling delete-policy --auto-scaling-group-name machines-fleet --policy-name processor
