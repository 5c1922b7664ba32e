# Every statement is logged.
aws rds modify-db-parameter-group --db-parameter-group-name stores-catalogue --parameters ParameterName=log_min_duration_statement,ParameterValue=0,ApplyMethod=immediate > /dev/null
