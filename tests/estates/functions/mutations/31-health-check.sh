# The web site is asked for another page, less often forgiven.
h=$(aws route53 list-health-checks --query "HealthChecks[?HealthCheckConfig.Port==\`443\`].Id" --output text)
aws route53 update-health-check --health-check-id "$h" --resource-path /closed --failure-threshold 1 > /dev/null
