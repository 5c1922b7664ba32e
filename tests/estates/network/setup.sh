# The region's own default network comes into being with the first question, not in the midst of Terraform's many.
aws ec2 describe-vpcs --query 'Vpcs[].VpcId' --output text
