# The stitch revision was deregistered.
aws ecs deregister-task-definition --task-definition machines-stitch:1 >/dev/null
