# The east wing was described otherwise.
n=$(aws servicediscovery list-namespaces --query "Namespaces[?Name==\`museum-east\`].Id" --output text)
aws servicediscovery update-http-namespace --id "$n" --namespace "Description=Closed for repairs" > /dev/null
