package dev.plumbline.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlarmsTest {

  private static final Pattern PAGE = Pattern.compile("What to do: (docs/runbooks/[a-z-]+\\.md)$");
  private static final Path ROOT = Path.of("..");

  private final Templates templates = Assemblies.EVERYTHING;

  @Test
  void every_alarm_reaches_the_topic_and_names_its_page() {
    assertThat(templates.all("AWS::CloudWatch::Alarm"))
        .hasSize(10 * 3 + 4 + 3)
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
  void both_dead_letter_queues_and_the_age_of_work_are_watched() {
    assertThat(
            templates.all("AWS::CloudWatch::Alarm").stream()
                .filter(each -> each.path("Namespace").asText().equals("AWS/SQS"))
                .map(each -> each.path("MetricName").asText()))
        .containsExactlyInAnyOrder(
            "ApproximateNumberOfMessagesVisible",
            "ApproximateNumberOfMessagesVisible",
            "ApproximateAgeOfOldestMessage",
            "ApproximateAgeOfOldestMessage");
  }

  @Test
  void the_dashboard_shows_every_function_and_every_queue() {
    String body =
        Templates.plain(templates.one("AWS::CloudWatch::Dashboard").path("DashboardBody"));

    assertThat(templates.functions()).allMatch(name -> body.contains("{" + name + "}"));
    assertThat(Arrays.asList("Commands", "Approvals", "DeadWork", "DeadLetters"))
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
