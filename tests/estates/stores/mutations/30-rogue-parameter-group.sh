# A parameter group was made by hand.
aws rds create-db-parameter-group --db-parameter-group-name stores-rogue --db-parameter-group-family postgres16 --description rogue > /dev/null
echo UNMANAGED aws_db_parameter_group stores-rogue
