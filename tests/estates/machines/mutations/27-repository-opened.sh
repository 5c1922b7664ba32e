# Anybody may pull render images.
aws ecr set-repository-policy --repository-name machines/render --force \
  --policy-text '{"Version":"2012-10-17","Statement":[{"Sid":"Pull","Effect":"Allow","Principal":"*","Action":"ecr:BatchGetImage"}]}' >/dev/null
