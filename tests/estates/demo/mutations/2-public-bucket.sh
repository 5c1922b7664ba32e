# Bucket teashop-orders no longer blocks public access.
aws s3api put-public-access-block --bucket teashop-orders --public-access-block-configuration BlockPublicAcls=false,IgnorePublicAcls=false,BlockPublicPolicy=false,RestrictPublicBuckets=false
