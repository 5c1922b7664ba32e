# Somebody made an access control by hand.
id=$(aws cloudfront create-origin-access-control --origin-access-control-config 'Name=ferry-rogue,SigningProtocol=sigv4,SigningBehavior=always,OriginAccessControlOriginType=s3' --query OriginAccessControl.Id --output text)
echo UNMANAGED aws_cloudfront_origin_access_control "$id"
