# Anyone may raise an alarm.
aws sns set-topic-attributes --topic-arn arn:aws:sns:us-east-1:123456789012:harbour-alarms --attribute-name Policy --attribute-value '{"Version":"2012-10-17","Statement":[{"Sid":"Alarms","Effect":"Allow","Principal":{"AWS":"*"},"Action":"sns:Publish","Resource":"arn:aws:sns:us-east-1:123456789012:harbour-alarms"}]}'
