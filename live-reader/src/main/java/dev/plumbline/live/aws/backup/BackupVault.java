package dev.plumbline.live.aws.backup;

import static dev.plumbline.engine.Meaning.VOLATILE;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.TagIndex;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** {@code aws_backup_vault}, named by its name: one listing for all, then their tags. */
public final class BackupVault implements ResourceType {

  /** Every account has them, as AWS made them. */
  private static final Set<String> AWS_MADE = Set.of("Default", "aws/efs/automatic-backup-vault");

  @Override
  public String name() {
    return "aws_backup_vault";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(Vaults.LIST, Vaults.TAGS, TagIndex.ACTION));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(VOLATILE, "recovery_points")
        .withUnobservable("local to Terraform", "force_destroy");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return Vaults.observe(
        batch,
        (vault, recorded) ->
            batch
                .attributes()
                .put("id", vault.backupVaultName())
                .put("name", vault.backupVaultName())
                .put("arn", vault.backupVaultArn())
                .put("kms_key_arn", vault.encryptionKeyArn())
                .put("recovery_points", vault.numberOfRecoveryPoints())
                .tags(Vaults.tags(batch.scope(), vault.backupVaultArn()))
                .found());
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return Vaults.all(scope).keySet().stream()
        .filter(name -> !AWS_MADE.contains(name))
        .sorted()
        .toList();
  }
}
