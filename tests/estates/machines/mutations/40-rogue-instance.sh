# An instance was started by hand.
subnet=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=machines-us-east-1a --query 'Subnets[0].SubnetId' --output text)
id=$(aws ec2 run-instances --image-id ami-12c6146b --instance-type t3.micro --subnet-id "$subnet" --query 'Instances[0].InstanceId' --output text)
echo "UNMANAGED aws_instance $id"
