# The films' access control was deleted.
id=$(aws cloudfront list-origin-access-controls --query "OriginAccessControlList.Items[?Name=='ferry-films'].Id" --output text)
aws cloudfront delete-origin-access-control --id "$id" --if-match E1
