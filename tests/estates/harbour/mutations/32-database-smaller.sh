# The bookings database is smaller and keeps fewer backups.
aws rds modify-db-instance --db-instance-identifier harbour-bookings --db-instance-class db.t4g.small --backup-retention-period 1 --apply-immediately > /dev/null
