# A subnet's tag was changed in the standby region.
s=$(aws --region us-west-2 ec2 describe-subnets --filters Name=tag:Tier,Values=public --query 'Subnets[0].SubnetId' --output text)
aws --region us-west-2 ec2 create-tags --resources "$s" --tags Key=Tier,Value=dmz
