# The bookings database was tagged.
aws rds add-tags-to-resource --resource-name arn:aws:rds:us-east-1:123456789012:db:harbour-bookings --tags Key=Owner,Value=nobody
