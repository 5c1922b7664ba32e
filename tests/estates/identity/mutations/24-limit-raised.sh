# The limit of a rule deep inside was raised.
read -r id token < <(aws wafv2 list-web-acls --scope REGIONAL --query "WebACLs[?Name=='identity-doors'].[Id,LockToken]" --output text)
acl=$(aws wafv2 get-web-acl --name identity-doors --scope REGIONAL --id "$id" --query WebACL)
jq --arg id "$id" --arg token "$token" '{Name, Scope: "REGIONAL", Id: $id, LockToken: $token, Description, DefaultAction, VisibilityConfig, CaptchaConfig, CustomResponseBodies, TokenDomains, Rules: (.Rules | map(if .Name == "busy" then .Statement.RateBasedStatement.ScopeDownStatement.AndStatement.Statements[1].SizeConstraintStatement.Size = 900 else . end))} | del(..|nulls)' <<< "$acl" > update.json
aws wafv2 update-web-acl --cli-input-json file://update.json > /dev/null
