# The lifts were described otherwise.
n=$(aws servicediscovery list-namespaces --query "Namespaces[?Name==\`lift.house\`].Id" --output text)
aws servicediscovery update-private-dns-namespace --id "$n" --namespace "Description=Out of order" > /dev/null
