# A cache cluster was made by hand.
aws elasticache create-cache-cluster --cache-cluster-id stores-rogue --engine redis --cache-node-type cache.t4g.small --num-cache-nodes 1 > /dev/null
echo UNMANAGED aws_elasticache_cluster stores-rogue
