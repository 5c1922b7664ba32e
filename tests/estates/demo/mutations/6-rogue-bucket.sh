# Bucket teashop-scratch was made by hand; no code knows it.
aws s3api create-bucket --bucket teashop-scratch > /dev/null
echo UNMANAGED aws_s3_bucket teashop-scratch
