package dev.plumbline.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;

class FunctionsTest {

  private final Templates templates = Assemblies.EVERYTHING;

  @Test
  void all_functions_run_on_java_25_from_one_zip_and_start_from_a_snapshot() {
    assertThat(templates.functions())
        .containsExactly(
            "ApiFunction",
            "ApprovalFunction",
            "BuildFunction",
            "EventFunction",
            "InventoryFunction",
            "ScanFunction",
            "SlackFunction",
            "SummaryFunction",
            "SweepFunction",
            "WebhookFunction",
            "WorkFunction");
    assertThat(templates.functions())
        .allSatisfy(
            name -> {
              JsonNode function = templates.function(name);
              assertThat(function.path("Runtime").asText()).isEqualTo("java25");
              assertThat(function.path("Handler").asText())
                  .isEqualTo("dev.plumbline.functions.%s::handleRequest".formatted(name));
              assertThat(function.path("Architectures").path(0).asText()).isEqualTo("x86_64");
              assertThat(function.path("SnapStart").path("ApplyOn").asText())
                  .isEqualTo("PublishedVersions");
              // A snapshot takes neither more storage nor a file system.
              assertThat(function.has("EphemeralStorage")).isFalse();
              assertThat(function.has("FileSystemConfigs")).isFalse();
            });
    assertThat(templates.all("AWS::Lambda::Function"))
        .extracting(each -> each.path("Code"))
        .containsOnly(templates.function("ScanFunction").path("Code"));
  }

  @Test
  void each_function_is_invoked_by_an_alias_of_its_newest_version() {
    assertThat(templates.all("AWS::Lambda::Alias"))
        .hasSize(11)
        .allSatisfy(
            alias -> {
              assertThat(alias.path("Name").asText()).isEqualTo("live");
              assertThat(alias.path("FunctionVersion").toString()).contains("CurrentVersion");
            });
    assertThat(templates.all("AWS::Scheduler::Schedule"))
        .extracting(schedule -> Templates.plain(schedule.path("Target").path("Arn")))
        .allMatch(arn -> arn.matches("\\{(\\w+FunctionLive|ScanRunMachine)\\w+}"));
    assertThat(templates.all("AWS::ApiGatewayV2::Integration"))
        .extracting(integration -> integration.path("IntegrationUri").toString())
        .allMatch(uri -> uri.contains("FunctionLive"));
  }

  @Test
  void each_function_has_a_role_a_log_and_settings_of_its_own() {
    assertThat(templates.all("AWS::Lambda::Function"))
        .extracting(each -> Templates.plain(each.path("Role")))
        .doesNotHaveDuplicates()
        .allMatch(role -> role.matches("\\{\\w+FunctionRole\\w+\\.Arn}"));
    assertThat(templates.all("AWS::Lambda::Function"))
        .extracting(each -> Templates.plain(each.path("LoggingConfig").path("LogGroup")))
        .doesNotHaveDuplicates()
        .allMatch(log -> log.matches("\\{\\w+FunctionLogs\\w+}"));
  }

  @Test
  void a_scan_that_fails_twice_is_kept_in_the_dead_letter_queue() {
    JsonNode invocations = templates.one("AWS::Lambda::EventInvokeConfig");

    assertThat(invocations.path("MaximumRetryAttempts").asInt()).isEqualTo(1);
    assertThat(invocations.path("Qualifier").toString()).contains("ScanFunctionLive");
    assertThat(invocations.path("DestinationConfig").path("OnFailure").toString())
        .contains("QueuesDeadLetters");
  }

  @Test
  void no_function_keeps_a_run_from_scanning_many_stacks_at_once() {
    assertThat(templates.functions())
        .noneMatch(name -> templates.function(name).has("ReservedConcurrentExecutions"));
  }

  @Test
  void scans_may_take_as_long_as_configured_and_what_answers_people_is_quick() {
    assertThat(templates.function("ScanFunction").path("Timeout").asInt()).isEqualTo(900);
    assertThat(templates.function("WebhookFunction").path("Timeout").asInt()).isEqualTo(10);
    assertThat(templates.function("SlackFunction").path("Timeout").asInt()).isEqualTo(10);
    // an HTTP API waits thirty seconds
    assertThat(templates.function("ApiFunction").path("Timeout").asInt()).isLessThan(30);
  }

  @Test
  void the_defaults_read_the_configuration_from_the_own_bucket() {
    assertThat(
            Templates.plain(
                Assemblies.DEFAULTS
                    .function("ScanFunction")
                    .path("Environment")
                    .path("Variables")
                    .path("CONFIG_URI")))
        .matches("s3://\\{.+ReportsBucket.+}/plumbline.yaml");
  }

  @Test
  void without_a_remediation_a_scan_is_told_of_no_plans() {
    assertThat(
            Assemblies.DEFAULTS
                .function("ScanFunction")
                .path("Environment")
                .path("Variables")
                .propertyStream()
                .map(Map.Entry::getKey))
        .doesNotContain("PLAN_BUCKET")
        .contains("TABLE_NAME", "TOPIC_ARN");
  }

  @Test
  void a_missing_zip_is_said_with_how_to_build_it() {
    Deployment deployment =
        DeploymentFile.parse("deployment.json", "{\"function\": {\"zip\": \"no/such.zip\"}}");

    assertThatThrownBy(
            () -> new PlumblineStack(new App(), deployment, ReaderPermissions.of(List.of())))
        .isInstanceOf(InvalidDeployment.class)
        .hasMessageContainingAll("no/such.zip does not exist", "./build");
  }
}
