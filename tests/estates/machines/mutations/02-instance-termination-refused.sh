# The bench may no longer be terminated.
id=$(aws ec2 describe-instances --filters Name=tag:Name,Values=machines-bench --query 'Reservations[0].Instances[0].InstanceId' --output text)
aws ec2 modify-instance-attribute --instance-id "$id" --disable-api-termination
