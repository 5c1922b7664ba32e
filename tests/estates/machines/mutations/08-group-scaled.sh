# The fleet was scaled, as its policies do, and its bound raised, as they do not.
aws autoscaling update-auto-scaling-group --auto-scaling-group-name machines-fleet --desired-capacity 2 --max-size 9
