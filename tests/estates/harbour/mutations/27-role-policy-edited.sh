# The workers may purge their queues.
aws iam put-role-policy --role-name harbour-task --policy-name queues --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["sqs:ReceiveMessage","sqs:DeleteMessage","sqs:PurgeQueue"],"Resource":"*"}]}'
