# Version 1 was led to the trial.
aws apigateway update-base-path-mapping --domain-name shipping.example.com --base-path v1 --patch-operations op=replace,path=/stage,value=trial > /dev/null
