# Lost ships are no longer noticed.
aws events put-rule --name signals-ship --event-bus-name signals-sea --description 'A ship was sighted' --event-pattern '{"source":["signals.ship"],"detail-type":["Sighted"]}' --role-arn arn:aws:iam::123456789012:role/signals-events > /dev/null
