# The customs token was deleted.
aws secretsmanager delete-secret --secret-id harbour/customs-api --force-delete-without-recovery > /dev/null
