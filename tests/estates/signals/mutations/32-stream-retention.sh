# Sightings are kept a day and counted less.
aws kinesis decrease-stream-retention-period --stream-name signals-sightings --retention-period-hours 24
aws kinesis disable-enhanced-monitoring --stream-name signals-sightings --shard-level-metrics OutgoingRecords > /dev/null
