# What is there before Terraform: the task definition that the pipeline registered.
aws ecs register-task-definition --family teashop-web --requires-compatibilities FARGATE --network-mode awsvpc --cpu 256 --memory 512 --container-definitions '[{"name":"web","image":"public.ecr.aws/teashop/web:42","essential":true}]' > /dev/null
