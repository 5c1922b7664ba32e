# The auditor may delete papers.
aws iam put-role-policy --role-name harbour-auditor --policy-name read-papers --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject","s3:DeleteObject"],"Resource":"arn:aws:s3:::harbour-*/*"}]}'
