# A cluster was retagged.
a=$(aws elasticache describe-cache-clusters --cache-cluster-id stores-sessions --query "CacheClusters[0].ARN" --output text)
aws elasticache add-tags-to-resource --resource-name "$a" --tags Key=Holds,Value=secrets > /dev/null
