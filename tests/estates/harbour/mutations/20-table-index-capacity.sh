# An index's capacity was lowered.
aws dynamodb update-table --table-name harbour-tariffs --global-secondary-index-updates '[{"Update":{"IndexName":"by-date","ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":1}}}]' > /dev/null
