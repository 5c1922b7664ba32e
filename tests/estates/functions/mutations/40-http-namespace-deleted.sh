# The west wing was deleted.
n=$(aws servicediscovery list-namespaces --query "Namespaces[?Name==\`museum-west\`].Id" --output text)
aws servicediscovery delete-namespace --id "$n" > /dev/null
