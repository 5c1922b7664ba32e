# Table teashop-carts was tagged with another owner.
aws dynamodb tag-resource --resource-arn arn:aws:dynamodb:us-east-1:123456789012:table/teashop-carts --tags Key=Owner,Value=nobody
