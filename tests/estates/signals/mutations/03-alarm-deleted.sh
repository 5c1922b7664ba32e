# The alarm on slow reports was deleted.
aws cloudwatch delete-alarms --alarm-names signals-slow-report
