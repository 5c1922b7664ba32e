# The archive lost its names.
z=$(aws route53 list-hosted-zones --query "HostedZones[?Name==\`archive.museum.example.\`].Id" --output text)
aws route53 delete-hosted-zone --id "$z" > /dev/null
