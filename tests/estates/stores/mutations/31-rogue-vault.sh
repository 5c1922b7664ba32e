# A vault was made by hand.
aws backup create-backup-vault --backup-vault-name stores-rogue > /dev/null
echo UNMANAGED aws_backup_vault stores-rogue
