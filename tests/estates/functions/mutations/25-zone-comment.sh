# The zone is said to be another's.
z=$(aws route53 list-hosted-zones --query "HostedZones[?Name==\`museum.example.\`].Id" --output text)
aws route53 update-hosted-zone-comment --id "$z" --comment "Do not touch" > /dev/null
