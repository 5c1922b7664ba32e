# Everyone in another account may become the auditor.
aws iam update-assume-role-policy --role-name harbour-auditor --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::210987654321:root"},"Action":"sts:AssumeRole"}]}'
