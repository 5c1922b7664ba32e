# A volume was made by hand.
echo "UNMANAGED aws_ebs_volume $(aws ec2 create-volume --availability-zone us-east-1a --size 5 --query VolumeId --output text)"
