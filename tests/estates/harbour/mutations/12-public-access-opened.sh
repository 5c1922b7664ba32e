# A bucket accepts public policies again.
aws s3api put-public-access-block --bucket harbour-exports --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=false,RestrictPublicBuckets=false
