# The function may no longer read its secret.
aws iam delete-role-policy --role-name harbour-function --policy-name secrets
