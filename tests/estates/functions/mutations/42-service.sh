# The lift is remembered longer.
s=$(aws servicediscovery list-services --query "Services[?Name==\`north\`].Id" --output text)
aws servicediscovery update-service --id "$s" --service "Description=Slow,DnsConfig={DnsRecords=[{Type=A,TTL=300}]}" > /dev/null
