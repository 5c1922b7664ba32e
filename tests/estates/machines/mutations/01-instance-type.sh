# The bench was made bigger.
id=$(aws ec2 describe-instances --filters Name=tag:Name,Values=machines-bench --query 'Reservations[0].Instances[0].InstanceId' --output text)
aws ec2 stop-instances --instance-ids "$id" >/dev/null
aws ec2 modify-instance-attribute --instance-id "$id" --instance-type Value=t3.large
aws ec2 start-instances --instance-ids "$id" >/dev/null
