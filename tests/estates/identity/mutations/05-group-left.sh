# And left the auditors.
aws iam remove-user-from-group --user-name identity-cy --group-name identity-audit
