# Bookings can no longer be restored to a point in time.
aws dynamodb update-continuous-backups --table-name harbour-bookings --point-in-time-recovery-specification PointInTimeRecoveryEnabled=false > /dev/null
