# DNS host names were switched off in the default network.
vpc=$(aws ec2 describe-vpcs --filters Name=is-default,Values=true --query 'Vpcs[0].VpcId' --output text)
aws ec2 modify-vpc-attribute --vpc-id "$vpc" --no-enable-dns-hostnames
