# The audio guides were deleted.
s=$(aws servicediscovery list-services --query "Services[?Name==\`audio\`].Id" --output text)
aws servicediscovery delete-service --id "$s" > /dev/null
