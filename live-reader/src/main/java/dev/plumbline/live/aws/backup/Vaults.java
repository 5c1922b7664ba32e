package dev.plumbline.live.aws.backup;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ReadFailure;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.BackupVaultListMember;
import software.amazon.awssdk.services.backup.model.VaultState;
import software.amazon.awssdk.services.backup.model.VaultType;

/**
 * The account's vaults with their locks. They are listed: asked for one that does not exist, AWS
 * Backup answers that access is denied.
 */
final class Vaults {

  static final String LIST = "backup:ListBackupVaults";
  static final String TAGS = "backup:ListTags";
  private static final int PAGE = 1_000;

  private Vaults() {}

  static BackupClient client(AwsScope scope) {
    return scope.client(
        BackupClient.class,
        () ->
            BackupClient.builder()
                .overrideConfiguration(c -> c.addExecutionInterceptor(new UnslashedPaths())));
  }

  /** All vaults by name, but air-gapped ones, which are another type. */
  static Map<String, BackupVaultListMember> all(AwsScope scope) {
    return scope.shared(
        LIST,
        () ->
            scope
                .call(
                    LIST,
                    () ->
                        client(scope)
                            .listBackupVaultsPaginator(r -> r.maxResults(PAGE))
                            .backupVaultList()
                            .stream()
                            .toList())
                .stream()
                .filter(
                    vault ->
                        vault.vaultType() == null || vault.vaultType() == VaultType.BACKUP_VAULT)
                .collect(Collectors.toMap(BackupVaultListMember::backupVaultName, each -> each)));
  }

  /** Observes resources that each are named by their vault. */
  static List<Observation> observe(
      Batch batch, BiFunction<BackupVaultListMember, RecordedResource, Observation> found) {
    Map<String, BackupVaultListMember> vaults = all(batch.scope());
    return batch.each(
        recorded -> {
          BackupVaultListMember vault = vaults.get(recorded.id());
          if (vault == null) {
            return new Observation.Gone("the vault is not in the completed listing of " + LIST);
          }
          if (vault.vaultState() == VaultState.CREATING) {
            throw new ReadFailure(
                ReadFailure.Kind.IN_TRANSITION,
                LIST,
                "in transition (CREATING); read again later.");
          }
          return found.apply(vault, recorded);
        });
  }

  static Map<String, String> tags(AwsScope scope, String arn) {
    return scope.tags(
        arn,
        () ->
            scope.call(
                TAGS,
                () ->
                    client(scope)
                        .listTagsPaginator(r -> r.resourceArn(arn).maxResults(PAGE))
                        .stream()
                        .flatMap(page -> page.tags().entrySet().stream())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
  }
}
