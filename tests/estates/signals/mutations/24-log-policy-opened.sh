# Events may be written to any log.
aws logs put-resource-policy --policy-name signals-events --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"logs:*","Resource":"*"}]}' > /dev/null
