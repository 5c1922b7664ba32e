# A cluster was deleted.
aws elasticache delete-cache-cluster --cache-cluster-id stores-scratch > /dev/null
