# The replication group was retagged.
a=$(aws elasticache describe-replication-groups --replication-group-id stores-previews --query "ReplicationGroups[0].ARN" --output text)
aws elasticache add-tags-to-resource --resource-name "$a" --tags Key=Holds,Value=originals > /dev/null
