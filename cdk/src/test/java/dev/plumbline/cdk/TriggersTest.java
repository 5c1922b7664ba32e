package dev.plumbline.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What starts the functions: schedules, requests, builds that end. */
class TriggersTest {

  private final Templates templates = Assemblies.EVERYTHING;

  @Test
  void every_stack_is_scanned_on_mondays_at_nine_utc() {
    JsonNode schedule = schedule("every stack");

    assertThat(schedule.path("ScheduleExpression").asText()).isEqualTo("cron(0 9 ? * MON *)");
    assertThat(schedule.path("ScheduleExpressionTimezone").asText()).isEqualTo("UTC");
    assertThat(schedule.path("State").asText()).isEqualTo("ENABLED");
    assertThat(schedule.at("/FlexibleTimeWindow/Mode").asText()).isEqualTo("OFF");
    assertThat(schedule.at("/Target/Arn").toString()).contains("ScanRunMachine");
    assertThat(schedule.at("/Target/Input").asText()).isEqualTo("{}");
    assertThat(schedule.at("/Target/RetryPolicy/MaximumRetryAttempts").asInt()).isEqualTo(3);
    assertThat(schedule.at("/Target/DeadLetterConfig").toString()).contains("QueuesDeadLetters");
  }

  @Test
  void a_group_is_scanned_when_its_own_schedule_says() {
    JsonNode schedule = schedule("the group production");

    assertThat(schedule.path("ScheduleExpression").asText()).isEqualTo("rate(1 day)");
    assertThat(schedule.path("ScheduleExpressionTimezone").asText()).isEqualTo("Europe/Berlin");
    assertThat(schedule.at("/Target/Input").asText())
        .isEqualTo("{\"stacks\":[\"shop\",\"net/prod\"]}");
  }

  @Test
  void remediations_are_looked_after_where_there_can_be_any() {
    assertThat(schedule("goes on with").path("State").asText()).isEqualTo("ENABLED");
    assertThat(
            Assemblies.DEFAULTS.all("AWS::Scheduler::Schedule").stream()
                .map(each -> each.path("State").asText()))
        .containsExactlyInAnyOrder("ENABLED", "DISABLED");
  }

  @Test
  void the_end_of_a_build_of_our_own_projects_is_heard() {
    JsonNode rule = ended(templates).findFirst().orElseThrow();

    assertThat(rule.at("/EventPattern/source/0").asText()).isEqualTo("aws.codebuild");
    assertThat(rule.at("/EventPattern/detail/project-name").toString())
        .isEqualTo("[{\"prefix\":\"plumbline-plan-\"},{\"prefix\":\"plumbline-apply-\"}]");
    assertThat(Templates.texts(rule.at("/EventPattern/detail/build-status")))
        .doesNotContain("IN_PROGRESS")
        .hasSize(5);
    assertThat(rule.at("/Targets/0/Arn").toString()).contains("BuildFunctionLive");
    assertThat(rule.at("/Targets/0/DeadLetterConfig").toString()).contains("QueuesDeadLetters");
    assertThat(ended(Assemblies.DEFAULTS)).isEmpty();
  }

  @Test
  void the_api_asks_for_iam_and_what_signs_itself_does_not() {
    assertThat(templates.all("AWS::ApiGatewayV2::Route"))
        .extracting(
            route ->
                route.path("RouteKey").asText() + " " + route.path("AuthorizationType").asText())
        .containsExactlyInAnyOrder(
            "POST /github NONE",
            "POST /slack NONE",
            "GET /v1/{proxy+} AWS_IAM",
            "POST /v1/{proxy+} AWS_IAM");
    assertThat(templates.all("AWS::ApiGatewayV2::Integration"))
        .allMatch(each -> each.path("PayloadFormatVersion").asText().equals("2.0"));
  }

  @Test
  void the_stage_is_bounded_and_logs_who_called_and_nothing_of_what_was_said() {
    JsonNode stage = templates.one("AWS::ApiGatewayV2::Stage");

    assertThat(stage.path("StageName").asText()).isEqualTo("$default");
    assertThat(stage.at("/DefaultRouteSettings/ThrottlingRateLimit").asInt()).isEqualTo(50);
    String format = stage.at("/AccessLogSettings/Format").asText();
    assertThat(format)
        .contains("$context.identity.userArn")
        .doesNotContain("\n", "$context.path?", "queryString", "$input");
    assertThat(stage.at("/AccessLogSettings/DestinationArn").toString()).contains("AccessLog");
  }

  private static Stream<JsonNode> ended(Templates templates) {
    return templates.all("AWS::Events::Rule").stream()
        .filter(rule -> rule.path("Description").asText().contains("has ended"));
  }

  private JsonNode schedule(String what) {
    List<JsonNode> found =
        templates.all("AWS::Scheduler::Schedule").stream()
            .filter(each -> each.path("Description").asText().contains(what))
            .toList();
    assertThat(found).as(what).hasSize(1);
    return found.getFirst();
  }
}
