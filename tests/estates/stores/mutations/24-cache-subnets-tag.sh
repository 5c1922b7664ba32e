# A cache's subnet group was tagged.
a=$(aws elasticache describe-cache-subnet-groups --cache-subnet-group-name stores-sessions --query "CacheSubnetGroups[0].ARN" --output text)
aws elasticache add-tags-to-resource --resource-name "$a" --tags Key=Owner,Value=nobody > /dev/null
