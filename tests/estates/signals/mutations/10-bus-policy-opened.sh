# Another account may put events on the sea's bus.
aws events put-permission --event-bus-name signals-sea --policy '{"Version":"2012-10-17","Statement":[{"Sid":"Ships","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::345678901234:root"},"Action":"events:PutEvents","Resource":"arn:aws:events:us-east-1:123456789012:event-bus/signals-sea"}]}'
