# The pages' bucket is asked without a signature.
id=$(aws cloudfront list-origin-access-controls --query "OriginAccessControlList.Items[?Name=='ferry-pages'].Id" --output text)
aws cloudfront update-origin-access-control --id "$id" --if-match E1 --origin-access-control-config 'Name=ferry-pages,Description=Nobody knows,SigningProtocol=sigv4,SigningBehavior=never,OriginAccessControlOriginType=s3' > /dev/null
