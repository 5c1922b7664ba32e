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
import software.amazon.awssdk.services.backup.model.BackupPlansListMember;
import software.amazon.awssdk.services.backup.model.GetBackupPlanResponse;

final class BackupPlanTest {

  private final BackupAccount backup = new BackupAccount();

  @Test
  void reads_a_plan_under_terraforms_own_names() {
    backup.plans.put("p1", rich().build());

    Value.Mapping attributes = found(observe());
    Value rule = attributes.at("rule").items().getFirst();

    assertComplete("aws_backup_plan", attributes);
    assertThat(attributes.at("name")).isEqualTo(Value.of("daily"));
    assertThat(attributes.at("arn")).isEqualTo(Value.of("arn:p1"));
    assertThat(attributes.at("version")).isEqualTo(Value.of("v1"));
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
    assertThat(attributes.at("advanced_backup_setting").items().getFirst().at("backup_options"))
        .isEqualTo(Value.of(Map.of("WindowsVSS", Value.of("enabled"))));
    assertThat(rule.at("rule_name")).isEqualTo(Value.of("night"));
    assertThat(rule.at("target_vault_name")).isEqualTo(Value.of("vault"));
    assertThat(rule.at("schedule")).isEqualTo(Value.of("cron(0 4 * * ? *)"));
    assertThat(rule.at("schedule_expression_timezone")).isEqualTo(Value.of("Europe/Vienna"));
    assertThat(rule.at("start_window")).isEqualTo(Value.of(60));
    assertThat(rule.at("completion_window")).isEqualTo(Value.of(180));
    assertThat(rule.at("enable_continuous_backup")).isEqualTo(Value.of(true));
    assertThat(rule.at("recovery_point_tags")).isEqualTo(Value.of(Map.of("a", Value.of("b"))));
  }

  @Test
  void reads_how_long_backups_and_their_copies_live() {
    backup.plans.put("p1", rich().build());

    Value rule = found(observe()).at("rule").items().getFirst();
    Value lifecycle = rule.at("lifecycle").items().getFirst();
    Value copy = rule.at("copy_action").items().getFirst();

    assertThat(lifecycle.at("cold_storage_after")).isEqualTo(Value.of(30));
    assertThat(lifecycle.at("delete_after")).isEqualTo(Value.of(400));
    assertThat(lifecycle.at("opt_in_to_archive_for_supported_resources")).isEqualTo(Value.of(true));
    assertThat(copy.at("destination_vault_arn")).isEqualTo(Value.of("arn:copy"));
    assertThat(copy.at("lifecycle").items().getFirst().at("delete_after")).isEqualTo(Value.of(700));
  }

  @Test
  void a_plan_that_does_not_exist_is_gone() {
    assertThat(observe()).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void discovers_what_people_made() {
    backup.listed.add(BackupPlansListMember.builder().backupPlanId("p1").build());
    backup.listed.add(
        BackupPlansListMember.builder()
            .backupPlanId("p2")
            .backupPlanName("aws/efs/automatic-backup-plan")
            .build());

    assertThat(FakeScope.discover(new BackupPlan(), Map.of(BackupClient.class, backup)))
        .containsExactly("p1");
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    backup.failure = "AccessDeniedException";

    assertThat(observe())
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.action()).isEqualTo("backup:GetBackupPlan"));
  }

  private Observation observe() {
    return FakeScope.observe(
            new BackupPlan(),
            Map.of(BackupClient.class, backup),
            recorded("aws_backup_plan", Map.of("id", Value.of("p1"))))
        .getFirst();
  }

  private static GetBackupPlanResponse.Builder rich() {
    return GetBackupPlanResponse.builder()
        .backupPlanId("p1")
        .backupPlanArn("arn:p1")
        .versionId("v1")
        .backupPlan(
            p ->
                p.backupPlanName("daily")
                    .advancedBackupSettings(
                        s -> s.resourceType("EC2").backupOptions(Map.of("WindowsVSS", "enabled")))
                    .rules(
                        r ->
                            r.ruleName("night")
                                .targetBackupVaultName("vault")
                                .scheduleExpression("cron(0 4 * * ? *)")
                                .scheduleExpressionTimezone("Europe/Vienna")
                                .startWindowMinutes(60L)
                                .completionWindowMinutes(180L)
                                .enableContinuousBackup(true)
                                .recoveryPointTags(Map.of("a", "b"))
                                .lifecycle(
                                    l ->
                                        l.moveToColdStorageAfterDays(30L)
                                            .deleteAfterDays(400L)
                                            .optInToArchiveForSupportedResources(true))
                                .copyActions(
                                    c ->
                                        c.destinationBackupVaultArn("arn:copy")
                                            .lifecycle(l -> l.deleteAfterDays(700L)))));
  }
}
