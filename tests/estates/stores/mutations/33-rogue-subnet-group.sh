# A subnet group was made by hand.
s=$(aws ec2 describe-subnets --filters Name=cidr-block,Values=10.60.1.0/24,10.60.2.0/24 --query "Subnets[].SubnetId" --output text)
aws rds create-db-subnet-group --db-subnet-group-name stores-rogue --db-subnet-group-description rogue --subnet-ids $s > /dev/null
echo UNMANAGED aws_db_subnet_group stores-rogue
