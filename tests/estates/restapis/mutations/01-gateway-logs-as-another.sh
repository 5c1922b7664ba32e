# The gateway writes its logs with another role.
aws apigateway update-account --patch-operations op=replace,path=/cloudwatchRoleArn,value=arn:aws:iam::123456789012:role/somebody > /dev/null
