# A backup plan was made by hand.
p=$(aws backup create-backup-plan --backup-plan '{"BackupPlanName":"stores-rogue","Rules":[{"RuleName":"all","TargetBackupVaultName":"stores-yearly"}]}' --query BackupPlanId --output text)
echo "UNMANAGED aws_backup_plan $p"
