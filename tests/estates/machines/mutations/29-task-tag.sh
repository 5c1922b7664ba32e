# The render revision was tagged by hand.
arn=$(aws ecs describe-task-definition --task-definition machines-render --query 'taskDefinition.taskDefinitionArn' --output text)
aws ecs tag-resource --resource-arn "$arn" --tags key=Owner,value=nobody
