# The western alarm was tagged.
aws --region us-west-2 cloudwatch tag-resource --resource-arn arn:aws:cloudwatch:us-west-2:123456789012:alarm:signals-west-fog --tags Key=Mute,Value=yes
