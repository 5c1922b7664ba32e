# Another account may read the partner's secret.
aws secretsmanager put-resource-policy --secret-id identity/partner --resource-policy '{"Version":"2012-10-17","Statement":[{"Sid":"Machine","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::210987654321:root"},"Action":"secretsmanager:GetSecretValue","Resource":"*"}]}' > /dev/null
