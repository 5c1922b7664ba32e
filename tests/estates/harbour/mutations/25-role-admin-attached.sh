# Administrator rights were attached to the function's role.
aws iam attach-role-policy --role-name harbour-function --policy-arn arn:aws:iam::aws:policy/AdministratorAccess
