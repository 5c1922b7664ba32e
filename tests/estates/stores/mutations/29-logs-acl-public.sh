# The logs may be read by everybody.
aws s3api put-bucket-acl --bucket stores-logs --acl public-read
