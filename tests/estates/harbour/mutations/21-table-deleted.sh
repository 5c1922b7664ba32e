# The lock table was deleted in the standby region.
aws --region us-west-2 dynamodb delete-table --table-name harbour-locks > /dev/null
