package dev.plumbline.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DetectionStackTest {

  private final SynthesisedStack template;

  DetectionStackTest(@TempDir Path folder) throws IOException {
    template = SynthesisedStack.withEverySetting(folder);
  }

  @Test
  void the_function_runs_the_scan_on_java_25() {
    JsonNode function = template.scanFunction();

    assertThat(function.path("Runtime").asText()).isEqualTo("java25");
    assertThat(function.path("Handler").asText())
        .isEqualTo("dev.plumbline.functions.ScanFunction::handleRequest");
    assertThat(function.path("Architectures").path(0).asText()).isEqualTo("x86_64");
    assertThat(function.path("Timeout").asInt()).isEqualTo(900);
    assertThat(function.path("MemorySize").asInt()).isEqualTo(1024);
    JsonNode environment = function.path("Environment").path("Variables");
    assertThat(environment.propertyStream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrder(
            "CONFIG_URI",
            "TOPIC_ARN",
            "REPORT_BUCKET",
            "DEPLOYMENT_KEY_SECRET_ARN",
            "GITHUB_TOKEN_SECRET_ARN",
            "JAVA_TOOL_OPTIONS");
    assertThat(environment.path("CONFIG_URI").asText()).isEqualTo("ssm:/plumbline/configuration");
    assertThat(environment.path("JAVA_TOOL_OPTIONS").asText()).contains("-Dhttp.maxConnections=64");
  }

  @Test
  void every_stack_is_scanned_on_mondays_at_nine_utc() {
    JsonNode schedule = template.only("AWS::Scheduler::Schedule");

    assertThat(schedule.path("ScheduleExpression").asText()).isEqualTo("cron(0 9 ? * MON *)");
    assertThat(schedule.path("ScheduleExpressionTimezone").asText()).isEqualTo("UTC");
    assertThat(schedule.path("State").asText()).isEqualTo("ENABLED");
    assertThat(schedule.path("FlexibleTimeWindow").path("Mode").asText()).isEqualTo("OFF");
    JsonNode target = schedule.path("Target");
    assertThat(target.path("Arn").toString()).contains("ScanFunction");
    assertThat(target.path("Input").asText()).isEqualTo("{}");
    assertThat(target.path("RetryPolicy").path("MaximumRetryAttempts").asInt()).isEqualTo(3);
    assertThat(target.path("DeadLetterConfig").toString())
        .contains(template.idOf("AWS::SQS::Queue"));
  }

  @Test
  void a_scan_that_fails_twice_is_kept_in_the_dead_letter_queue() {
    JsonNode invocations = template.only("AWS::Lambda::EventInvokeConfig");

    assertThat(invocations.path("MaximumRetryAttempts").asInt()).isEqualTo(1);
    assertThat(invocations.path("DestinationConfig").path("OnFailure").toString())
        .contains(template.idOf("AWS::SQS::Queue"));
  }

  @Test
  void failures_and_given_up_scans_raise_an_alarm() {
    assertThat(template.all("AWS::CloudWatch::Alarm"))
        .allSatisfy(
            alarm -> {
              assertThat(alarm.path("AlarmActions").toString())
                  .contains(template.idOf("AWS::SNS::Topic"));
              assertThat(alarm.path("Threshold").asInt()).isOne();
              assertThat(alarm.path("ComparisonOperator").asText())
                  .isEqualTo("GreaterThanOrEqualToThreshold");
            })
        .extracting(
            alarm -> alarm.path("Namespace").asText() + "/" + alarm.path("MetricName").asText())
        .containsExactlyInAnyOrder(
            "AWS/Lambda/Errors", "AWS/SQS/ApproximateNumberOfMessagesVisible");
  }

  @Test
  void the_stack_holds_these_resources_and_no_others() {
    Map<String, Integer> counts = new TreeMap<>();
    template
        .resources()
        .forEach(resource -> counts.merge(resource.path("Type").asText(), 1, Integer::sum));

    assertThat(counts)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("AWS::CloudWatch::Alarm", 2),
                Map.entry("AWS::IAM::ManagedPolicy", 1),
                Map.entry("AWS::IAM::Policy", 2),
                Map.entry("AWS::IAM::Role", 2),
                Map.entry("AWS::KMS::Key", 1),
                Map.entry("AWS::Lambda::EventInvokeConfig", 1),
                Map.entry("AWS::Lambda::Function", 1),
                Map.entry("AWS::Logs::LogGroup", 1),
                Map.entry("AWS::S3::Bucket", 1),
                Map.entry("AWS::S3::BucketPolicy", 1),
                Map.entry("AWS::SNS::Subscription", 1),
                Map.entry("AWS::SNS::Topic", 1),
                Map.entry("AWS::SNS::TopicPolicy", 1),
                Map.entry("AWS::SQS::Queue", 1),
                Map.entry("AWS::SQS::QueuePolicy", 1),
                Map.entry("AWS::Scheduler::Schedule", 1),
                Map.entry("AWS::SecretsManager::Secret", 1)));
  }

  @Test
  void the_defaults_read_the_configuration_from_the_own_bucket(@TempDir Path folder)
      throws IOException {
    SynthesisedStack bare = SynthesisedStack.withDefaults(folder);

    assertThat(
            SynthesisedStack.plain(
                bare.scanFunction().path("Environment").path("Variables").path("CONFIG_URI")))
        .isEqualTo("s3://{%s}/plumbline.yaml".formatted(bare.idOf("AWS::S3::Bucket")));
    assertThat(bare.all("AWS::SNS::Subscription")).isEmpty();
  }

  @Test
  void a_missing_zip_is_said_with_how_to_build_it() {
    assertThatThrownBy(() -> SynthesisedStack.of("{\"function\": {\"zip\": \"no/such.zip\"}}"))
        .isInstanceOf(InvalidDeployment.class)
        .hasMessageContainingAll("no/such.zip does not exist", "./build");
  }
}
