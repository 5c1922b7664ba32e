# A subnet group that nothing uses was deleted.
aws rds delete-db-subnet-group --db-subnet-group-name stores-reports
