# A vault was deleted, and its lock with it.
aws backup delete-backup-vault --backup-vault-name stores-daily
