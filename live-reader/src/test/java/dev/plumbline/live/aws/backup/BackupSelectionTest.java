package dev.plumbline.live.aws.backup;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.GetBackupSelectionResponse;

final class BackupSelectionTest {

  private final BackupAccount backup = new BackupAccount();

  @Test
  void reads_a_selection_under_terraforms_own_names() {
    backup.selections.put("p1/s1", rich());

    Value.Mapping attributes = found(observe());
    Value condition = attributes.at("condition").items().getFirst();

    assertComplete("aws_backup_selection", attributes);
    assertThat(attributes.at("name")).isEqualTo(Value.of("databases"));
    assertThat(attributes.at("plan_id")).isEqualTo(Value.of("p1"));
    assertThat(attributes.at("iam_role_arn")).isEqualTo(Value.of("arn:role"));
    assertThat(attributes.at("resources").items()).containsExactly(Value.of("arn:db"));
    assertThat(attributes.at("not_resources").items()).containsExactly(Value.of("arn:not"));
    assertThat(attributes.at("selection_tag"))
        .isEqualTo(
            Value.of(
                List.of(
                    Value.of(
                        Map.of(
                            "type", Value.of("STRINGEQUALS"),
                            "key", Value.of("backup"),
                            "value", Value.of("yes"))))));
    assertThat(condition.at("string_like").items().getFirst().at("key"))
        .isEqualTo(Value.of("aws:ResourceTag/app"));
    assertThat(condition.at("string_not_equals").items().getFirst().at("value"))
        .isEqualTo(Value.of("scratch"));
  }

  @Test
  void a_selection_that_does_not_exist_is_gone() {
    assertThat(observe()).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void is_gone_with_its_plan_which_only_the_message_tells() {
    backup.complaint = "Cannot find Backup plan with ID p1";
    assertThat(observe()).isInstanceOf(Observation.Gone.class);

    backup.complaint = "Invalid id";
    assertThat(observe()).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    backup.failure = "AccessDeniedException";

    assertThat(observe())
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.action()).isEqualTo("backup:GetBackupSelection"));
  }

  private Observation observe() {
    return FakeScope.observe(
            new BackupSelection(),
            Map.of(BackupClient.class, backup),
            recorded(
                "aws_backup_selection", Map.of("id", Value.of("s1"), "plan_id", Value.of("p1"))))
        .getFirst();
  }

  private static GetBackupSelectionResponse rich() {
    return GetBackupSelectionResponse.builder()
        .selectionId("s1")
        .backupPlanId("p1")
        .backupSelection(
            s ->
                s.selectionName("databases")
                    .iamRoleArn("arn:role")
                    .resources("arn:db")
                    .notResources("arn:not")
                    .listOfTags(
                        t ->
                            t.conditionType("STRINGEQUALS")
                                .conditionKey("backup")
                                .conditionValue("yes"))
                    .conditions(
                        c ->
                            c.stringLike(
                                    l -> l.conditionKey("aws:ResourceTag/app").conditionValue("*"))
                                .stringNotEquals(
                                    l ->
                                        l.conditionKey("aws:ResourceTag/env")
                                            .conditionValue("scratch"))))
        .build();
  }
}
