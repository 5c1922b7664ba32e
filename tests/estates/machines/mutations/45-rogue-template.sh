# A launch template was made by hand.
id=$(aws ec2 create-launch-template --launch-template-name machines-rogue --launch-template-data '{"InstanceType":"t3.micro"}' --query 'LaunchTemplate.LaunchTemplateId' --output text)
echo "UNMANAGED aws_launch_template $id"
