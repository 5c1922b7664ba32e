# The photos are no longer replicated.
r=$(aws iam get-role --role-name stores-replication --query Role.Arn --output text)
aws s3api put-bucket-replication --bucket stores-photos --replication-configuration "{\"Role\":\"$r\",\"Rules\":[{\"ID\":\"all\",\"Priority\":1,\"Status\":\"Disabled\",\"Filter\":{\"Prefix\":\"\"},\"DeleteMarkerReplication\":{\"Status\":\"Disabled\"},\"Destination\":{\"Bucket\":\"arn:aws:s3:::stores-mirror\"}}]}"
