# A worker runs six tasks.
aws ecs update-service --cluster harbour-quay --service harbour-worker-1 --desired-count 6 > /dev/null
