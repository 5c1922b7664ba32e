# A task definition was registered by hand.
arn=$(aws ecs register-task-definition --family machines-rogue --container-definitions '[{"name":"r","image":"r:1","memory":64}]' --query 'taskDefinition.taskDefinitionArn' --output text)
echo "UNMANAGED aws_ecs_task_definition $arn"
