# The burst group, which nothing scales, got a machine.
aws autoscaling update-auto-scaling-group --auto-scaling-group-name machines-burst --desired-capacity 1
