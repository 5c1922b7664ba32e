# The shop's name was deleted.
z=$(aws route53 list-hosted-zones --query "HostedZones[?Name==\`museum.example.\`].Id" --output text)
aws route53 change-resource-record-sets --hosted-zone-id "$z" --change-batch '{"Changes":[{"Action":"DELETE","ResourceRecordSet":{"Name":"shop.museum.example","Type":"CNAME","TTL":600,"ResourceRecords":[{"Value":"shop.seller.example"}]}}]}' > /dev/null
