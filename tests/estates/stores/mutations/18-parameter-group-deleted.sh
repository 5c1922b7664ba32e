# A parameter group that nothing uses was deleted.
aws rds delete-db-parameter-group --db-parameter-group-name stores-reports
