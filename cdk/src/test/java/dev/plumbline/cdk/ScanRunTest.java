package dev.plumbline.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The state machine that scans many stacks. */
class ScanRunTest {

  private final Templates templates = Assemblies.EVERYTHING;
  private final JsonNode machine = templates.one("AWS::StepFunctions::StateMachine");
  private final JsonNode definition = definition();

  private JsonNode definition() {
    try {
      return JsonMapper.builder()
          .build()
          .readTree(Templates.plain(machine.path("DefinitionString")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void it_takes_an_inventory_scans_each_stack_and_sums_up() {
    assertThat(definition.path("StartAt").asText()).isEqualTo("Inventory");
    assertThat(state("Inventory").path("Next").asText()).isEqualTo("Stacks");
    assertThat(state("Stacks").path("Next").asText()).isEqualTo("Summary");
    assertThat(state("Inventory").at("/Parameters/FunctionName").asText())
        .matches("\\{InventoryFunctionLive\\w+}");
    assertThat(state("Stacks").at("/ItemProcessor/States/Scan/Parameters/FunctionName").asText())
        .matches("\\{ScanFunctionLive\\w+}");
    assertThat(state("Summary").at("/Parameters/FunctionName").asText())
        .matches("\\{SummaryFunctionLive\\w+}");
    assertThat(definition.toString()).doesNotContain("${");
  }

  @Test
  void so_many_stacks_are_scanned_at_once_and_one_that_fails_ends_no_other() {
    JsonNode map = state("Stacks");

    assertThat(map.path("MaxConcurrency").asInt()).isEqualTo(10);
    assertThat(map.path("ToleratedFailurePercentage").asInt()).isEqualTo(100);
    assertThat(map.at("/ItemProcessor/ProcessorConfig/Mode").asText()).isEqualTo("DISTRIBUTED");
    // An express workflow ends after five minutes, and a scan may take fifteen.
    assertThat(map.at("/ItemProcessor/ProcessorConfig/ExecutionType").asText())
        .isEqualTo("STANDARD");
    assertThat(map.at("/ItemReader/Parameters/Key.$").asText()).isEqualTo("$.key");
    assertThat(map.at("/ItemReader/Parameters/Bucket").asText()).contains("ReportsBucket");
    // What became of ten thousand stacks is more than a state may hand on.
    assertThat(map.has("ResultWriter")).isTrue();
    assertThat(map.path("ResultPath").isNull()).isTrue();
  }

  @Test
  void what_passes_is_tried_again_with_back_off() {
    for (JsonNode task :
        List.of(
            state("Inventory"),
            state("Summary"),
            state("Stacks").at("/ItemProcessor/States/Scan"))) {
      JsonNode passing = task.at("/Retry/0");
      assertThat(Templates.texts(passing.path("ErrorEquals")))
          .contains("Lambda.TooManyRequestsException", "Lambda.ServiceException");
      assertThat(passing.path("BackoffRate").asDouble()).isGreaterThan(1);
      assertThat(passing.path("JitterStrategy").asText()).isEqualTo("FULL");
      assertThat(task.at("/Retry/1/MaxAttempts").asInt()).isOne();
    }
  }

  @Test
  void a_slice_that_ends_its_function_is_given_up_and_a_whole_stack_fails() {
    JsonNode states = state("Stacks").at("/ItemProcessor/States");
    assertThat(states.at("/Scan/Catch/0/Next").asText()).isEqualTo("OfWhat");
    assertThat(states.at("/OfWhat/Choices/0/Variable").asText()).isEqualTo("$.item.slice");
    assertThat(states.at("/OfWhat/Choices/0/Next").asText()).isEqualTo("GiveUp");
    assertThat(states.at("/GiveUp/Parameters/Payload/givenUp").asBoolean()).isTrue();
    assertThat(states.at("/OfWhat/Default").asText()).isEqualTo("Failed");
    assertThat(states.at("/Failed/Type").asText()).isEqualTo("Fail");
  }

  @Test
  void it_fails_at_the_end_where_more_stacks_failed_than_is_tolerated() {
    JsonNode choice = state("Enough").at("/Choices/0");

    assertThat(choice.path("Variable").asText()).isEqualTo("$.failedPercentage");
    assertThat(choice.path("NumericGreaterThan").asInt()).isEqualTo(50);
    assertThat(state(choice.path("Next").asText()).path("Type").asText()).isEqualTo("Fail");
    assertThat(state("Summary").at("/Parameters/Payload/alarmAfter").asInt()).isEqualTo(3);
  }

  @Test
  void it_may_invoke_three_functions_and_work_in_the_folder_of_runs() {
    assertThat(templates.resourcesOf("ScanRunRole", "lambda:InvokeFunction"))
        .hasSize(3)
        .allMatch(arn -> arn.matches("\\{(Inventory|Scan|Summary)FunctionLive\\w+}"));
    assertThat(templates.resourcesOf("ScanRunRole", "s3:PutObject"))
        .singleElement()
        .asString()
        .matches("\\{.*ReportsBucket.*Arn}/runs/\\*");
    assertThat(templates.resourcesOf("ScanRunRole", "states:StartExecution"))
        .containsExactly(
            "arn:{AWS::Partition}:states:eu-west-1:111122223333:stateMachine:Plumbline-ScanRun");
  }

  @Test
  void it_logs_every_step_and_no_data() {
    JsonNode logging = machine.path("LoggingConfiguration");

    assertThat(logging.path("Level").asText()).isEqualTo("ALL");
    assertThat(logging.path("IncludeExecutionData").asBoolean()).isFalse();
    assertThat(machine.at("/TracingConfiguration/Enabled").asBoolean()).isTrue();
  }

  @Test
  void what_looks_for_states_reads_none() {
    assertThat(templates.actionsOf("InventoryFunction"))
        .contains("s3:ListBucket")
        .doesNotContain("s3:GetObjectVersion", "dynamodb:PutItem", "sns:Publish");
    assertThat(templates.resourcesOf("InventoryFunction", "s3:GetObject"))
        .allMatch(arn -> arn.endsWith("/runs/*"));
  }

  @Test
  void a_run_that_fails_is_an_alarm() {
    assertThat(
            templates.all("AWS::CloudWatch::Alarm").stream()
                .filter(each -> each.path("Namespace").asText().equals("AWS/States"))
                .map(each -> each.path("MetricName").asText()))
        .containsExactlyInAnyOrder("ExecutionsFailed", "ExecutionsTimedOut", "ExecutionsAborted");
  }

  private JsonNode state(String name) {
    return definition.path("States").path(name);
  }
}
