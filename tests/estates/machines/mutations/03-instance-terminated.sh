# The machine from the template was terminated.
id=$(aws ec2 describe-instances --filters Name=tag:Name,Values=machines-templated --query 'Reservations[0].Instances[0].InstanceId' --output text)
aws ec2 terminate-instances --instance-ids "$id" >/dev/null
