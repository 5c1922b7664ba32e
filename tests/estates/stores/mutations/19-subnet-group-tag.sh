# A subnet group was retagged.
a=$(aws rds describe-db-subnet-groups --db-subnet-group-name stores-catalogue --query "DBSubnetGroups[0].DBSubnetGroupArn" --output text)
aws rds add-tags-to-resource --resource-name "$a" --tags Key=Name,Value=archive
