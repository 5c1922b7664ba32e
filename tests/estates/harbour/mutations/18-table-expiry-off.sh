# Bookings no longer expire.
aws dynamodb update-time-to-live --table-name harbour-bookings --time-to-live-specification Enabled=false,AttributeName=expires > /dev/null
