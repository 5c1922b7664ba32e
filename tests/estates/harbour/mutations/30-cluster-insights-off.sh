# The cluster is no longer watched by Container Insights.
aws ecs update-cluster --cluster harbour-quay --settings name=containerInsights,value=disabled > /dev/null
