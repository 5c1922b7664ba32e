package dev.plumbline.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/** How a change comes to the function that looks at it. */
class EventPathTest {

  private static final String CHANGES =
      """
      {"detail":{"errorCode":[{"exists":false}],"eventType":["AwsApiCall"],"readOnly":[false]},\
      "detail-type":["AWS API Call via CloudTrail"],"source":[{"prefix":"aws."}]}""";

  private final Templates templates = Assemblies.EVERYTHING;

  @Test
  void calls_that_were_carried_out_and_changed_something_go_on_the_queue() {
    JsonNode rule = written(templates);

    assertThat(rule.path("EventPattern").toString()).isEqualTo(CHANGES);
    assertThat(rule.has("EventBusName")).isFalse();
    assertThat(rule.at("/Targets/0/Arn").toString()).contains("EventsChanges");
    assertThat(rule.at("/Targets/0/DeadLetterConfig").toString()).contains("QueuesDeadLetters");
    assertThat(
            templates.all("AWS::SQS::QueuePolicy").stream()
                .map(policy -> policy.path("PolicyDocument").toString())
                .filter(policy -> policy.contains("EventsChanges")))
        .singleElement()
        .asString()
        .contains("events.amazonaws.com", "aws:SourceArn", "EventsWritten");
  }

  @Test
  void the_queue_waits_for_a_burst_and_longer_than_six_tries_may_take() {
    JsonNode queue =
        templates.all("AWS::SQS::Queue").stream()
            .filter(each -> each.has("DelaySeconds"))
            .findFirst()
            .orElseThrow();

    assertThat(queue.path("DelaySeconds").asInt()).isEqualTo(30);
    assertThat(queue.path("VisibilityTimeout").asInt())
        .isGreaterThanOrEqualTo(6 * templates.function("EventFunction").path("Timeout").asInt());
    assertThat(queue.at("/RedrivePolicy/maxReceiveCount").asInt()).isEqualTo(5);
    assertThat(queue.at("/RedrivePolicy/deadLetterTargetArn").toString()).contains("EventsDead");
  }

  @Test
  void a_burst_is_one_batch_and_what_fails_comes_again_alone() {
    JsonNode mapping =
        templates.all("AWS::Lambda::EventSourceMapping").stream()
            .filter(each -> each.path("FunctionName").toString().contains("EventFunction"))
            .findFirst()
            .orElseThrow();

    assertThat(mapping.path("BatchSize").asInt()).isEqualTo(1_000);
    assertThat(mapping.path("MaximumBatchingWindowInSeconds").asInt()).isEqualTo(30);
    assertThat(mapping.at("/FunctionResponseTypes/0").asText())
        .isEqualTo("ReportBatchItemFailures");
    assertThat(mapping.at("/ScalingConfig/MaximumConcurrency").asInt()).isEqualTo(5);
  }

  @Test
  void the_function_reads_what_scans_read_and_puts_on_its_own_queue_alone() {
    assertThat(templates.resourcesOf("EventFunction", "sqs:SendMessage"))
        .singleElement()
        .asString()
        .contains("EventsChanges");
    assertThat(templates.resourcesOf("EventFunction", "s3:GetObject"))
        .anyMatch(arn -> arn.endsWith("/reports/*"));
    assertThat(templates.actionsOf("EventFunction")).noneMatch(action -> action.startsWith("code"));
    assertThat(templates.function("EventFunction").at("/Environment/Variables/EVENT_QUEUE_URL"))
        .asString()
        .contains("EventsChanges");
  }

  @Test
  void only_accounts_of_the_configured_organisation_may_forward_theirs() {
    JsonNode statement = templates.one("AWS::Events::EventBusPolicy").path("Statement");

    assertThat(statement.path("Action").asText()).isEqualTo("events:PutEvents");
    assertThat(statement.path("Condition").toString())
        .isEqualTo("{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-a1b2c3d4e5\"}}");
    assertThat(Assemblies.DEFAULTS.all("AWS::Events::EventBusPolicy")).isEmpty();
    assertThatThrownBy(() -> Assemblies.deployment("{\"events\": {\"organization\": \"acme\"}}"))
        .hasMessageContaining("events.organization is \"acme\"");
  }

  @Test
  void it_can_be_left_out() throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "assembly", "without-events"));
    App app =
        new App(AppProps.builder().analyticsReporting(false).outdir(folder.toString()).build());
    Templates without =
        Templates.in(
            PlumblineApp.synthesise(
                app,
                Assemblies.deployment(
                    "{\"function\": {\"zip\": \"ZIP\"}, \"events\": {\"enabled\": false}}")));

    assertThat(without.functions()).doesNotContain("EventFunction");
    assertThat(without.only("Plumbline").all("AWS::Events::Rule")).isEmpty();
  }

  @Test
  void other_accounts_and_regions_forward_their_own_and_nothing_that_was_forwarded() {
    Templates forwarder = Assemblies.DEFAULTS.only("PlumblineForwarder");
    JsonNode rule = forwarder.one("AWS::Events::Rule");

    assertThat(Templates.texts(rule.at("/EventPattern/account")))
        .containsExactly("{AWS::AccountId}");
    assertThat(rule.at("/EventPattern/detail"))
        .isEqualTo(written(templates).at("/EventPattern/detail"));
    assertThat(Templates.plain(rule.at("/Targets/0/Arn"))).isEqualTo("{CentralBusArn}");
    assertThat(
            forwarder
                .ofType("AWS::Events::Rule")
                .map(it -> it.getValue().path("Condition").asText()))
        .containsExactly("Elsewhere");
    assertThat(forwarder.statements().flatMap(it -> Templates.texts(it.path("Action"))))
        .containsExactly("events:PutEvents");
    assertThat(forwarder.statements().flatMap(it -> Templates.texts(it.path("Resource"))))
        .containsExactly("{CentralBusArn}");
    assertThat(Assemblies.DEFAULTS.byName().get("PlumblineForwarder").toString())
        .doesNotContain("cdk-hnb659fds")
        .hasSizeLessThan(51_200);
  }

  private static JsonNode written(Templates templates) {
    return templates.only("Plumbline").all("AWS::Events::Rule").stream()
        .filter(rule -> rule.path("Description").asText().contains("has changed something"))
        .findFirst()
        .orElseThrow();
  }
}
