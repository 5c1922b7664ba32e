# Anyone may raise the watch.
aws sns set-topic-attributes --topic-arn arn:aws:sns:us-east-1:123456789012:signals-watch --attribute-name Policy --attribute-value '{"Version":"2012-10-17","Id":"watch","Statement":[{"Sid":"Alarms","Effect":"Allow","Principal":"*","Action":"sns:Publish","Resource":"arn:aws:sns:us-east-1:123456789012:signals-watch"}]}'
