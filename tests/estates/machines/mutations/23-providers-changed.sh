# The cluster runs nothing on spot.
aws ecs put-cluster-capacity-providers --cluster machines-farm --capacity-providers FARGATE \
  --default-capacity-provider-strategy capacityProvider=FARGATE,weight=1 >/dev/null
