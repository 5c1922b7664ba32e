# The tables' policy allows everything.
aws iam create-policy-version --policy-arn arn:aws:iam::123456789012:policy/harbour/harbour-tables --set-as-default --policy-document '{"Version":"2012-10-17","Statement":[{"Sid":"Rows","Effect":"Allow","Action":"dynamodb:*","Resource":"*"}]}' > /dev/null
