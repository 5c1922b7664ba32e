# Name lookups may no longer be logged.
aws logs delete-resource-policy --policy-name signals-dns
