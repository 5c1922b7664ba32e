# All visitors are sent on the old tour.
z=$(aws route53 list-hosted-zones --query "HostedZones[?Name==\`museum.example.\`].Id" --output text)
aws route53 change-resource-record-sets --hosted-zone-id "$z" --change-batch '{"Changes":[{"Action":"UPSERT","ResourceRecordSet":{"Name":"tour.museum.example","Type":"CNAME","SetIdentifier":"new","Weight":0,"TTL":60,"ResourceRecords":[{"Value":"new.museum.example"}]}}]}' > /dev/null
