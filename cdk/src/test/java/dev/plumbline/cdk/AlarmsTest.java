package dev.plumbline.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlarmsTest {

  private static final Pattern PAGE = Pattern.compile("What to do: (docs/runbooks/[a-z-]+\\.md)$");
  private static final Path ROOT = Path.of("..");

  /** What AWS tells of functions, queues and state machines. */
  private static final List<String> OF_AWS =
      List.of(
          "AWS/Lambda Errors",
          "AWS/Lambda Duration",
          "AWS/Lambda Throttles",
          "AWS/SQS ApproximateNumberOfMessagesVisible",
          "AWS/SQS ApproximateAgeOfOldestMessage",
          "AWS/States ExecutionsFailed",
          "AWS/States ExecutionsTimedOut",
          "AWS/States ExecutionsAborted");

  private final Templates templates = Assemblies.EVERYTHING;

  @Test
  void every_alarm_reaches_the_topic_and_names_its_page() {
    assertThat(templates.all("AWS::CloudWatch::Alarm"))
        .hasSize(11 * 3 + 6 + 5 + 3)
        .allSatisfy(
            alarm -> {
              assertThat(alarm.path("AlarmActions").toString()).contains("AlertsTopic");
              assertThat(alarm.path("ComparisonOperator").asText())
                  .isEqualTo("GreaterThanOrEqualToThreshold");
              assertThat(alarm.path("TreatMissingData").asText()).isEqualTo("notBreaching");
              Matcher page = PAGE.matcher(alarm.path("AlarmDescription").asText());
              assertThat(page.find()).isTrue();
              assertThat(ROOT.resolve(page.group(1))).exists();
            });
  }

  @Test
  void every_alarm_watches_what_is_told() throws Exception {
    Set<String> told = new TreeSet<>(OF_AWS);
    JsonNode ours =
        JsonMapper.builder().build().readTree(getClass().getResourceAsStream("/metrics.json"));
    ours.path("metrics")
        .forEach(
            each -> told.add(ours.path("namespace").asText() + " " + each.path("name").asText()));

    assertThat(templates.all("AWS::CloudWatch::Alarm"))
        .allSatisfy(
            alarm ->
                assertThat(told)
                    .contains(
                        alarm.path("Namespace").asText()
                            + " "
                            + alarm.path("MetricName").asText()));
  }

  @Test
  void scans_are_watched_in_this_deployment_alone() {
    String name =
        templates.function("ScanFunction").at("/Environment/Variables/DEPLOYMENT_NAME").asText();

    assertThat(
            templates.all("AWS::CloudWatch::Alarm").stream()
                .filter(each -> each.path("Namespace").asText().equals("Plumbline")))
        .hasSize(5)
        .allSatisfy(
            each ->
                assertThat(each.path("Dimensions").toString())
                    .isEqualTo("[{\"Name\":\"Deployment\",\"Value\":\"%s\"}]".formatted(name)));
  }

  @Test
  void what_nobody_tells_cannot_be_watched() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new ServiceMetrics("Plumbline").of("Drift", "Sum", Alarms.PERIOD))
        .withMessageContaining("Drift");
  }

  @ParameterizedTest
  @EnumSource
  void each_kind_has_a_page_that_says_what_to_do(Alarms.Kind kind) throws Exception {
    assertThat(Files.readString(ROOT.resolve(kind.runbook())))
        .startsWith("# ")
        .contains("## What it means", "## What to do");
  }

  @Test
  void each_function_has_its_errors_its_duration_and_what_keeps_it_from_starting_watched() {
    for (String function : templates.functions()) {
      assertThat(metrics(function))
          .as(function)
          .containsExactlyInAnyOrder("Errors", "Duration", "Throttles");
    }
  }

  @Test
  void a_function_near_its_timeout_is_told() {
    assertThat(
            templates.all("AWS::CloudWatch::Alarm").stream()
                .filter(each -> each.path("MetricName").asText().equals("Duration"))
                .filter(each -> each.path("Dimensions").toString().contains("ApiFunction")))
        .singleElement()
        .satisfies(each -> assertThat(each.path("Threshold").asInt()).isEqualTo(26_100));
  }

  @Test
  void every_dead_letter_queue_and_the_age_of_what_waits_are_watched() {
    assertThat(
            templates.all("AWS::CloudWatch::Alarm").stream()
                .filter(each -> each.path("Namespace").asText().equals("AWS/SQS"))
                .map(each -> each.path("MetricName").asText()))
        .containsExactlyInAnyOrder(
            "ApproximateNumberOfMessagesVisible",
            "ApproximateNumberOfMessagesVisible",
            "ApproximateNumberOfMessagesVisible",
            "ApproximateAgeOfOldestMessage",
            "ApproximateAgeOfOldestMessage",
            "ApproximateAgeOfOldestMessage");
  }

  @Test
  void the_dashboard_shows_every_function_and_every_queue() {
    String body =
        Templates.plain(templates.one("AWS::CloudWatch::Dashboard").path("DashboardBody"));

    assertThat(templates.functions()).allMatch(name -> body.contains("{" + name + "}"));
    assertThat(Arrays.asList("DriftCritical", "Coverage", "Throttles", "EstimatedCost", "QueueAge"))
        .allMatch(body::contains);
    assertThat(
            Arrays.asList(
                "Commands", "Approvals", "DeadWork", "DeadLetters", "Changes", "DeadChanges"))
        .allMatch(body::contains);
  }

  private List<String> metrics(String function) {
    return templates.all("AWS::CloudWatch::Alarm").stream()
        .filter(each -> of(each, function))
        .map(each -> each.path("MetricName").asText())
        .toList();
  }

  private static boolean of(JsonNode alarm, String function) {
    return Templates.elements(alarm.path("Dimensions"))
        .anyMatch(each -> Templates.plain(each.path("Value")).equals("{" + function + "}"));
  }
}
