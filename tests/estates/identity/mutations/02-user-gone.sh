# A user was deleted, and the membership with it.
aws iam remove-user-from-group --user-name identity-leaver --group-name identity-audit
aws iam delete-user --user-name identity-leaver
