package dev.plumbline.live.aws.backup;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of AWS Backup, with what makes each reader. */
public final class BackupTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_backup_plan", BackupPlan::new),
          Map.entry("aws_backup_selection", BackupSelection::new),
          Map.entry("aws_backup_vault", BackupVault::new),
          Map.entry("aws_backup_vault_lock_configuration", BackupVaultLockConfiguration::new));

  private BackupTypes() {}
}
