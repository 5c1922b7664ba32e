# Another account may read the database's password.
aws secretsmanager put-resource-policy --secret-id harbour/database --resource-policy '{"Version":"2012-10-17","Statement":[{"Sid":"Workers","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::210987654321:root"},"Action":"secretsmanager:GetSecretValue","Resource":"*"}]}' > /dev/null
