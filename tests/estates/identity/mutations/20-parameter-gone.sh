# A parameter was deleted.
aws ssm delete-parameter --name /identity/retired
