package dev.plumbline.live.aws.backup;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.backup.model.BackupVaultListMember;

/**
 * {@code aws_backup_vault_lock_configuration}, named by its vault, whose listing shows it. A lock
 * that was taken off shows as the bounds it set being gone.
 */
public final class BackupVaultLockConfiguration implements ResourceType {

  @Override
  public String name() {
    return "aws_backup_vault_lock_configuration";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(Vaults.LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.withUnobservable(
        "only said when the vault is locked", "changeable_for_days");
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_backup_vault", "name", "backup_vault_name"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return Vaults.observe(
        batch,
        (vault, recorded) ->
            batch.attributes().from(vault).put("id", vault.backupVaultName()).found());
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return Vaults.all(scope).values().stream()
        .filter(vault -> Boolean.TRUE.equals(vault.locked()))
        .map(BackupVaultListMember::backupVaultName)
        .sorted()
        .toList();
  }
}
