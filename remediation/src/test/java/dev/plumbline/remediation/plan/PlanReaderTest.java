package dev.plumbline.remediation.plan;

import static dev.plumbline.remediation.Plan.Step.CREATE;
import static dev.plumbline.remediation.Plan.Step.DESTROY;
import static dev.plumbline.remediation.Plan.Step.REFRESH;
import static dev.plumbline.remediation.Plan.Step.REPLACE;
import static dev.plumbline.remediation.Plan.Step.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.remediation.Archives;
import dev.plumbline.remediation.FixtureTypes;
import dev.plumbline.remediation.Plan.Step;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanReaderTest {

  private static final PlanReader READER = new PlanReader(new FixtureTypes());

  @Test
  void a_revert_updates_what_changed_and_creates_what_is_gone() throws Exception {
    assertThat(recorded("revert").actions(false))
        .isEqualTo(
            Map.of(
                "aws_iam_role.app", CREATE,
                "aws_security_group.web", UPDATE,
                "aws_sqs_queue.jobs", UPDATE,
                "aws_ssm_parameter.password", UPDATE));
  }

  @Test
  void a_refresh_is_made_of_what_drifted_and_not_of_empty_values() throws Exception {
    assertThat(recorded("accept").actions(true))
        .containsEntry("aws_sqs_queue.jobs", REFRESH)
        .containsEntry("aws_iam_role.app", REFRESH)
        .doesNotContainKey("aws_ecs_task_definition.app");
    assertThat(recorded("accept").actions(false)).isEmpty();
  }

  @Test
  void a_plan_with_nothing_to_do_has_no_steps() throws Exception {
    assertThat(recorded("empty").steps(false)).isEmpty();
  }

  @Test
  void a_replacement_says_because_of_what() throws Exception {
    ProposedPlan plan = recorded("replace");

    assertThat(plan.actions(false)).containsEntry("aws_sqs_queue.jobs", REPLACE);
    assertThat(plan.steps(false))
        .filteredOn(change -> change.address().equals("aws_sqs_queue.jobs"))
        .singleElement()
        .satisfies(change -> assertThat(change.replacing()).containsExactly("name"));
  }

  @Test
  void it_knows_when_it_was_made() throws Exception {
    assertThat(recorded("revert").made().orElseThrow()).isAfter(Instant.EPOCH);
  }

  @Test
  void its_secrets_are_collected_from_marks_schema_names_and_variables() throws Exception {
    assertThat(recorded("revert").secrets())
        .contains(
            "CANARY-variable-7f3a9c",
            "CANARY-parameter-51be2d",
            "CANARY-drifted-9d1e77",
            "CANARY-env-0c44d1");
  }

  @ParameterizedTest
  @CsvSource({
    "'[\"create\"]',CREATE",
    "'[\"read\"]',READ",
    "'[\"update\"]',UPDATE",
    "'[\"delete\"]',DESTROY",
    "'[\"forget\"]',FORGET",
    "'[\"delete\",\"create\"]',REPLACE",
    "'[\"create\",\"delete\"]',REPLACE",
    "'[\"create\",\"forget\"]',REPLACE"
  })
  void an_action_is_a_step(String actions, Step step) throws Exception {
    assertThat(plan(change("a.b", actions, "")).actions(false)).isEqualTo(Map.of("a.b", step));
  }

  @Test
  void a_deposed_objects_deletion_is_not_hidden_by_its_successor() throws Exception {
    ProposedPlan plan =
        plan(change("a.b", "[\"delete\"]", "") + "," + change("a.b", "[\"update\"]", ""));

    assertThat(plan.actions(false)).isEqualTo(Map.of("a.b", DESTROY));
  }

  @Test
  void a_move_changes_the_state() throws Exception {
    assertThat(plan(change("a.b", "[\"no-op\"]", "\"previous_address\":\"a.c\",")).actions(false))
        .isEqualTo(Map.of("a.b", REFRESH));
  }

  @Test
  void what_a_plan_does_beyond_resources_is_told() throws Exception {
    String json = "{\"format_version\":\"1.2\",\"action_invocations\":[{\"address\":\"x\"}]}";

    assertThat(read(json).beyond()).containsExactly("invokes actions");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "CANARY",
        "[]",
        "{\"format_version\":\"2.0\"}",
        "{\"format_version\":\"1.2\",\"resource_changes\":[{\"address\":\"\"}]}",
        "{\"format_version\":\"1.2\",\"resource_changes\":[{\"address\":\"a.b\",\"type\":\"a\","
            + "\"change\":{\"actions\":[\"CANARY\"]}}]}",
        "{\"format_version\":\"1.2\",\"format_version\":\"1.2\"}"
      })
  void what_is_no_plan_is_refused_and_not_quoted(String json) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(PlanException.class)
        .hasMessageNotContaining("CANARY");
  }

  @Test
  void neither_a_plan_nor_a_change_prints_its_values() throws Exception {
    ProposedPlan plan = recorded("revert");

    assertThat(plan + " " + plan.changes()).doesNotContain("CANARY").contains("aws_sqs_queue.jobs");
  }

  private static ProposedPlan recorded(String name) throws PlanException {
    return READER.read(Archives.planJson(name));
  }

  private static String change(String address, String actions, String more) {
    return "{\"address\":\"%s\",%s\"type\":\"a\",\"change\":{\"actions\":%s,\"before\":{\"x\":1}}}"
        .formatted(address, more, actions);
  }

  private static ProposedPlan plan(String changes) throws PlanException {
    return read("{\"format_version\":\"1.2\",\"resource_changes\":[%s]}".formatted(changes));
  }

  private static ProposedPlan read(String json) throws PlanException {
    return READER.read(json.getBytes(StandardCharsets.UTF_8));
  }
}
