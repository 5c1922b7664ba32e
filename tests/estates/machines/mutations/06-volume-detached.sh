# The scratch volume was detached.
volume=$(aws ec2 describe-volumes --filters Name=tag:Name,Values=machines-scratch --query 'Volumes[0].VolumeId' --output text)
instance=$(aws ec2 describe-instances --filters Name=tag:Name,Values=machines-bench --query 'Reservations[0].Instances[0].InstanceId' --output text)
aws ec2 detach-volume --volume-id "$volume" --instance-id "$instance" --device /dev/sdh >/dev/null
