# The archive volume was made larger.
id=$(aws ec2 describe-volumes --filters Name=tag:Name,Values=machines-archive --query 'Volumes[0].VolumeId' --output text)
aws ec2 modify-volume --volume-id "$id" --size 60 >/dev/null
