# A worker's log is kept three days only.
aws logs put-retention-policy --log-group-name /harbour/harbour-worker-0 --retention-in-days 3
