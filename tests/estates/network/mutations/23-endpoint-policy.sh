# The storage endpoint's policy was opened.
endpoint=$(aws ec2 describe-vpc-endpoints --filters Name=tag:Name,Values=storage --query 'VpcEndpoints[0].VpcEndpointId' --output text)
aws ec2 modify-vpc-endpoint --vpc-endpoint-id "$endpoint" --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}'
