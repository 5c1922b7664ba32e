# Service web was scaled down from four tasks to one.
aws ecs update-service --cluster teashop --service web --desired-count 1 > /dev/null
