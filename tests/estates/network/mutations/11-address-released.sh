# The office's address was released.
allocation=$(aws ec2 describe-addresses --filters Name=tag:Name,Values=office --query 'Addresses[0].AllocationId' --output text)
aws ec2 release-address --allocation-id "$allocation"
