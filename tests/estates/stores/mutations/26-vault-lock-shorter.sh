# A vault's lock asks for less.
aws backup put-backup-vault-lock-configuration --backup-vault-name stores-yearly --min-retention-days 1 --max-retention-days 30 --changeable-for-days 30
