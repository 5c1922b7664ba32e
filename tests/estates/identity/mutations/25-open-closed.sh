# What was let in by default is kept out.
read -r id token < <(aws wafv2 list-web-acls --scope REGIONAL --query "WebACLs[?Name=='identity-open'].[Id,LockToken]" --output text)
aws wafv2 update-web-acl --name identity-open --scope REGIONAL --id "$id" --lock-token "$token" --default-action Block={} --visibility-config SampledRequestsEnabled=false,CloudWatchMetricsEnabled=false,MetricName=open > /dev/null
