# A backup plan was deleted.
p=$(aws backup list-backup-plans --query "BackupPlansList[?BackupPlanName=='stores-daily'].BackupPlanId" --output text)
aws backup delete-backup-plan --backup-plan-id "$p" > /dev/null
