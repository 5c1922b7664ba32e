# The log shows query strings, and hides methods instead.
acl=$(aws wafv2 list-web-acls --scope REGIONAL --query "WebACLs[?Name=='identity-doors'].ARN" --output text)
log=$(aws wafv2 get-logging-configuration --resource-arn "$acl" --query LoggingConfiguration)
jq '{LoggingConfiguration: (.RedactedFields = [{SingleHeader: {Name: "authorization"}}, {Method: {}}])}' <<< "$log" > log.json
aws wafv2 put-logging-configuration --cli-input-json file://log.json > /dev/null
