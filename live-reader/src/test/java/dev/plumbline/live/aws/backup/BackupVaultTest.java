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

final class BackupVaultTest {

  private final BackupAccount backup = new BackupAccount();

  @Test
  void reads_a_vault_under_terraforms_own_names() {
    backup.vaults.add(vault("daily"));

    Value.Mapping attributes = found(observe());

    assertComplete("aws_backup_vault", attributes);
    assertThat(attributes.at("name")).isEqualTo(Value.of("daily"));
    assertThat(attributes.at("arn")).isEqualTo(Value.of("arn:daily"));
    assertThat(attributes.at("kms_key_arn")).isEqualTo(Value.of("arn:key"));
    assertThat(attributes.at("recovery_points")).isEqualTo(Value.of(12));
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
  }

  @Test
  void a_vault_that_the_listing_lacks_is_gone() {
    backup.vaults.add(vault("yearly"));

    assertThat(observe()).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void discovers_what_people_made() {
    backup.vaults.add(vault("daily"));
    backup.vaults.add(vault("Default"));
    backup.vaults.add(vault("aws/efs/automatic-backup-vault"));
    backup.vaults.add(vault("air-gapped"));

    assertThat(FakeScope.discover(new BackupVault(), Map.of(BackupClient.class, backup)))
        .containsExactly("daily");
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
            new BackupVault(),
            Map.of(BackupClient.class, backup),
            recorded("aws_backup_vault", Map.of("id", Value.of("daily"))))
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
