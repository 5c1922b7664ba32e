# Somebody relabelled a user.
aws iam tag-user --user-name identity-ada --tags Key=Name,Value=nobody
