# An auditor joined the operators.
aws iam add-user-to-group --user-name identity-cy --group-name identity-ops
