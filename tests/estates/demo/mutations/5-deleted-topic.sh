# Topic teashop-order-shipped was deleted.
aws sns delete-topic --topic-arn arn:aws:sns:us-east-1:123456789012:teashop-order-shipped
