# Somebody made a role by hand.
aws iam create-role --role-name harbour-rogue --assume-role-policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}]}' > /dev/null
echo UNMANAGED aws_iam_role harbour-rogue
