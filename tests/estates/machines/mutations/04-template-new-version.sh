# A version of the burst template was made by hand.
aws ec2 create-launch-template-version --launch-template-name machines-burst --version-description "by hand" \
  --launch-template-data '{"ImageId":"ami-12c6146b","InstanceType":"c5.2xlarge"}' >/dev/null
