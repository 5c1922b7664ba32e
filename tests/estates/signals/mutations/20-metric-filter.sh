# The lamp's filter counts by ten, the watch's is deleted. The emulator keeps what it had beside what is put.
aws logs delete-metric-filter --log-group-name /signals/lamp --filter-name blind
aws logs put-metric-filter --log-group-name /signals/lamp --filter-name blind --filter-pattern OUT --metric-transformations metricName=LampOut,metricNamespace=Signals,metricValue=10,defaultValue=1
aws logs delete-metric-filter --log-group-name /signals/watch --filter-name blind
