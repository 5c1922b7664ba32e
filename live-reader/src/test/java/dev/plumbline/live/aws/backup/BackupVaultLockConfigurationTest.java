package dev.plumbline.live.aws.backup;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.BackupVaultListMember;

final class BackupVaultLockConfigurationTest {

  private final BackupAccount backup = new BackupAccount();

  @Test
  void reads_the_bounds_from_the_vault() {
    backup.vaults.add(vault("locked"));

    Value.Mapping attributes = found(observe());

    assertComplete("aws_backup_vault_lock_configuration", attributes);
    assertThat(attributes.at("backup_vault_name")).isEqualTo(Value.of("locked"));
    assertThat(attributes.at("backup_vault_arn")).isEqualTo(Value.of("arn:locked"));
    assertThat(attributes.at("min_retention_days")).isEqualTo(Value.of(7));
    assertThat(attributes.at("max_retention_days")).isEqualTo(Value.of(365));
  }

  @Test
  void is_gone_with_its_vault() {
    assertThat(observe()).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void a_vault_in_the_making_is_in_transition() {
    backup.vaults.add(vault("locked").toBuilder().vaultState("CREATING").build());

    assertThat(observe())
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).contains("in transition"));
  }

  @Test
  void discovers_the_vaults_that_are_locked() {
    backup.vaults.add(vault("locked"));
    backup.vaults.add(vault("open"));

    assertThat(
            FakeScope.discover(
                new BackupVaultLockConfiguration(), Map.of(BackupClient.class, backup)))
        .containsExactly("locked");
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    backup.failure = "AccessDeniedException";

    assertThat(observe())
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.action()).isEqualTo("backup:ListBackupVaults"));
  }

  private Observation observe() {
    return FakeScope.observe(
            new BackupVaultLockConfiguration(),
            Map.of(BackupClient.class, backup),
            recorded("aws_backup_vault_lock_configuration", Map.of("id", Value.of("locked"))))
        .getFirst();
  }

  private static BackupVaultListMember vault(String name) {
    return BackupVaultListMember.builder()
        .backupVaultName(name)
        .backupVaultArn("arn:" + name)
        .encryptionKeyArn("arn:key")
        .numberOfRecoveryPoints(12L)
        .locked(name.startsWith("locked"))
        .minRetentionDays(7L)
        .maxRetentionDays(365L)
        .vaultType(name.startsWith("air") ? "LOGICALLY_AIR_GAPPED_BACKUP_VAULT" : "BACKUP_VAULT")
        .vaultState(name.startsWith("new") ? "CREATING" : "AVAILABLE")
        .build();
  }
}
