# The tariffs' capacity was raised.
aws dynamodb update-table --table-name harbour-tariffs --provisioned-throughput ReadCapacityUnits=40,WriteCapacityUnits=2 > /dev/null
