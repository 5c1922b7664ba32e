# A topic's display name was changed.
aws sns set-topic-attributes --topic-arn arn:aws:sns:us-east-1:123456789012:harbour-arrival --attribute-name DisplayName --attribute-value 'Arrivals (test)'
