# Somebody made streams, a dashboard and a build by hand.
aws kinesis create-stream --stream-name signals-rogue --shard-count 1
aws firehose create-delivery-stream --delivery-stream-name signals-rogue --s3-destination-configuration RoleARN=arn:aws:iam::123456789012:role/signals-firehose,BucketARN=arn:aws:s3:::signals-sightings > /dev/null
aws cloudwatch put-dashboard --dashboard-name signals-rogue --dashboard-body '{"widgets":[]}' > /dev/null
aws codebuild create-project --name signals-rogue --source type=CODECOMMIT,location=https://git-codecommit.us-east-1.amazonaws.com/v1/repos/rogue --artifacts type=NO_ARTIFACTS --environment type=LINUX_CONTAINER,image=aws/codebuild/standard:7.0,computeType=BUILD_GENERAL1_SMALL --service-role arn:aws:iam::123456789012:role/signals-codebuild > /dev/null
echo UNMANAGED aws_kinesis_stream signals-rogue
echo UNMANAGED aws_kinesis_firehose_delivery_stream arn:aws:firehose:us-east-1:123456789012:deliverystream/signals-rogue
echo UNMANAGED aws_cloudwatch_dashboard signals-rogue
echo UNMANAGED aws_codebuild_project signals-rogue
