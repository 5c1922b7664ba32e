# A bucket was retagged.
aws s3api put-bucket-tagging --bucket harbour-exports --tagging 'TagSet=[{Key=Estate,Value=harbour},{Key=Team,Value=crane},{Key=Name,Value=harbour-exports},{Key=Content,Value=cargo papers}]'
