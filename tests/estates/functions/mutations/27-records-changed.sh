# The wildcard leads elsewhere, and so does the mail.
z=$(aws route53 list-hosted-zones --query "HostedZones[?Name==\`museum.example.\`].Id" --output text)
aws route53 change-resource-record-sets --hosted-zone-id "$z" --change-batch '{"Changes":[
  {"Action":"UPSERT","ResourceRecordSet":{"Name":"*.rooms.museum.example","Type":"A","TTL":5,"ResourceRecords":[{"Value":"203.0.113.9"}]}},
  {"Action":"UPSERT","ResourceRecordSet":{"Name":"mail.museum.example","Type":"MX","TTL":600,"ResourceRecords":[{"Value":"10 mx.museum.example"}]}}]}' > /dev/null
