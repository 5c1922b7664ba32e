# The day shift was called otherwise.
aws scheduler tag-resource --resource-arn arn:aws:scheduler:us-east-1:123456789012:schedule-group/museum-day --tags Key=Shift,Value=late
