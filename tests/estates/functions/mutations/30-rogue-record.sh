# A name was added by hand.
z=$(aws route53 list-hosted-zones --query "HostedZones[?Name==\`museum.example.\`].Id" --output text)
aws route53 change-resource-record-sets --hosted-zone-id "$z" --change-batch '{"Changes":[{"Action":"CREATE","ResourceRecordSet":{"Name":"party.museum.example","Type":"A","TTL":60,"ResourceRecords":[{"Value":"203.0.113.10"}]}}]}' > /dev/null
echo "UNMANAGED aws_route53_record ${z#/hostedzone/}_party.museum.example_A"
