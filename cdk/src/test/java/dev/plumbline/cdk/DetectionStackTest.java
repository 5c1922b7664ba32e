package dev.plumbline.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.assertions.Template;

class DetectionStackTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ACCOUNT = "111122223333";

  /** Every setting used, with a stand-in for the functions' zip. */
  private static final String DEPLOYMENT =
      """
      {"account": "111122223333", "region": "eu-west-1", "function": {"zip": "ZIP", "architecture": "x86_64"},
       "configuration": "ssm:/plumbline/configuration",
       "states": ["s3://arrakis-tfstate/production/terraform.tfstate", "s3://arrakis-tfstate/env:/*"],
       "lockTables": ["arrakis-locks"],
       "decryptKeys": ["arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"],
       "assumeRoles": ["arn:aws:iam::444455556666:role/plumbline-reader"],
       "githubTokenSecret": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:plumbline/github-AbCdEf",
       "alertEmails": ["platform@acme.example"], "logRetentionDays": 30}""";

  private static JsonNode resources = JSON.createObjectNode();
  @TempDir private static Path standIn;

  @BeforeAll
  static void synthesise() throws IOException {
    Files.createDirectories(standIn.resolve("lib"));
    Files.writeString(standIn.resolve("lib/functions.jar"), "a stand-in");
    Template template = synthesised(DEPLOYMENT.replace("ZIP", standIn.toString()));
    resources = JSON.valueToTree(template.toJSON()).path("Resources");
  }

  private static Template synthesised(String json) {
    App app = new App(AppProps.builder().analyticsReporting(false).build());
    Deployment deployment = DeploymentFile.parse("deployment.json", json);
    return Template.fromStack(new DetectionStack(app, deployment, ReaderPermissions.bundled()));
  }

  @Test
  void the_function_runs_the_scan_on_java_25() {
    JsonNode function = resources.path("ScanFunction").path("Properties");

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
    JsonNode schedule = only("AWS::Scheduler::Schedule");

    assertThat(schedule.path("ScheduleExpression").asText()).isEqualTo("cron(0 9 ? * MON *)");
    assertThat(schedule.path("ScheduleExpressionTimezone").asText()).isEqualTo("UTC");
    assertThat(schedule.path("State").asText()).isEqualTo("ENABLED");
    assertThat(schedule.path("FlexibleTimeWindow").path("Mode").asText()).isEqualTo("OFF");
    JsonNode target = schedule.path("Target");
    assertThat(target.path("Arn").toString()).contains("ScanFunction");
    assertThat(target.path("Input").asText()).isEqualTo("{}");
    assertThat(target.path("RetryPolicy").path("MaximumRetryAttempts").asInt()).isEqualTo(3);
    assertThat(target.path("DeadLetterConfig").toString()).contains(idOf("AWS::SQS::Queue"));
  }

  @Test
  void a_scan_that_fails_twice_is_kept_in_the_dead_letter_queue() {
    JsonNode invocations = only("AWS::Lambda::EventInvokeConfig");

    assertThat(invocations.path("MaximumRetryAttempts").asInt()).isEqualTo(1);
    assertThat(invocations.path("DestinationConfig").path("OnFailure").toString())
        .contains(idOf("AWS::SQS::Queue"));
  }

  @Test
  void no_statement_allows_a_wildcard_action() {
    assertThat(statements()).hasSizeGreaterThan(20);
    assertThat(statements().flatMap(statement -> texts(statement.path("Action"))))
        .noneMatch(action -> action.contains("*") && !action.equals("kms:GenerateDataKey*"));
  }

  @Test
  void only_actions_that_read_and_cannot_be_scoped_are_allowed_on_every_resource() {
    assertThat(
            statements()
                .filter(statement -> texts(statement.path("Resource")).anyMatch("*"::equals))
                .flatMap(statement -> texts(statement.path("Action"))))
        .hasSizeGreaterThan(50)
        .allMatch(action -> action.matches("[a-z0-9-]+:(Get|List|Describe)[A-Za-z]+"))
        .doesNotContain("s3:GetObject", "secretsmanager:GetSecretValue", "ssm:GetParameter");
  }

  @Test
  void all_that_the_readers_declare_is_allowed() {
    List<String> declared =
        ReaderPermissions.bundled().actionsByService().values().stream()
            .flatMap(actions -> actions.stream())
            .toList();

    assertThat(statements().flatMap(statement -> texts(statement.path("Action"))))
        .containsAll(declared);
  }

  @Test
  void what_is_configured_may_be_read_and_no_more() {
    assertThat(resourcesOf("s3:GetObjectVersion"))
        .containsExactlyInAnyOrder(
            "arn:{AWS::Partition}:s3:::arrakis-tfstate/production/terraform.tfstate",
            "arn:{AWS::Partition}:s3:::arrakis-tfstate/production/terraform.tfstate.tflock",
            "arn:{AWS::Partition}:s3:::arrakis-tfstate/env:/*");
    assertThat(resourcesOf("dynamodb:GetItem"))
        .containsExactly(
            "arn:{AWS::Partition}:dynamodb:eu-west-1:%s:table/arrakis-locks".formatted(ACCOUNT));
    assertThat(resourcesOf("ssm:GetParameter"))
        .containsExactly(
            "arn:{AWS::Partition}:ssm:eu-west-1:%s:parameter/plumbline/configuration"
                .formatted(ACCOUNT));
    assertThat(resourcesOf("sts:AssumeRole"))
        .containsExactly("arn:aws:iam::444455556666:role/plumbline-reader");
    assertThat(resourcesOf("secretsmanager:GetSecretValue"))
        .containsExactlyInAnyOrder(
            "arn:aws:secretsmanager:eu-west-1:111122223333:secret:plumbline/github-AbCdEf",
            "{" + idOf("AWS::SecretsManager::Secret") + "}");
    assertThat(resourcesOf("kms:Decrypt"))
        .containsExactlyInAnyOrder(
            "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
            "{" + idOf("AWS::KMS::Key") + ".Arn}");
  }

  @Test
  void what_is_written_stays_within_the_service() {
    assertThat(resourcesOf("s3:PutObject"))
        .containsExactlyInAnyOrder(
            "{%s.Arn}/reports/*".formatted(idOf("AWS::S3::Bucket")),
            "{%s.Arn}/fingerprints/*".formatted(idOf("AWS::S3::Bucket")));
    assertThat(resourcesOf("sns:Publish")).containsExactly("{" + idOf("AWS::SNS::Topic") + "}");
  }

  @Test
  void alerts_are_encrypted_and_travel_by_tls_only() {
    assertThat(only("AWS::SNS::Topic").path("KmsMasterKeyId").toString())
        .contains(idOf("AWS::KMS::Key"));
    assertDeniesPlainHttp(only("AWS::SNS::TopicPolicy"));
    assertThat(only("AWS::KMS::Key").path("EnableKeyRotation").asBoolean()).isTrue();
    assertThat(only("AWS::SNS::Subscription").path("Endpoint").asText())
        .isEqualTo("platform@acme.example");
  }

  @Test
  void alarms_of_this_account_alone_may_publish_and_use_the_key() {
    assertThat(
            Stream.of(
                    only("AWS::SNS::TopicPolicy").path("PolicyDocument"),
                    only("AWS::KMS::Key").path("KeyPolicy"))
                .map(
                    policy ->
                        elements(policy.path("Statement"))
                            .filter(s -> s.path("Sid").asText().equals("AlarmsOfThisAccount"))
                            .findFirst()
                            .orElseThrow()))
        .allSatisfy(
            statement -> {
              assertThat(statement.path("Principal").path("Service").asText())
                  .isEqualTo("cloudwatch.amazonaws.com");
              assertThat(
                      statement
                          .path("Condition")
                          .path("StringEquals")
                          .path("aws:SourceAccount")
                          .asText())
                  .isEqualTo(ACCOUNT);
            });
  }

  @Test
  void failures_and_given_up_scans_raise_an_alarm() {
    assertThat(all("AWS::CloudWatch::Alarm"))
        .allSatisfy(
            alarm -> {
              assertThat(alarm.path("AlarmActions").toString()).contains(idOf("AWS::SNS::Topic"));
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
  void the_bucket_is_private_encrypted_versioned_and_kept() {
    JsonNode bucket = only("AWS::S3::Bucket");

    assertThat(bucket.path("PublicAccessBlockConfiguration").propertyStream().toList())
        .hasSize(4)
        .allMatch(setting -> setting.getValue().asBoolean());
    assertThat(bucket.path("BucketEncryption").isMissingNode()).isFalse();
    assertThat(bucket.path("VersioningConfiguration").path("Status").asText()).isEqualTo("Enabled");
    assertThat(
            bucket
                .path("LifecycleConfiguration")
                .path("Rules")
                .path(0)
                .path("ExpirationInDays")
                .asInt())
        .isEqualTo(400);
    assertDeniesPlainHttp(only("AWS::S3::BucketPolicy"));
  }

  @Test
  void the_dead_letter_queue_is_encrypted_and_travels_by_tls_only() {
    assertThat(only("AWS::SQS::Queue").path("SqsManagedSseEnabled").asBoolean()).isTrue();
    assertDeniesPlainHttp(only("AWS::SQS::QueuePolicy"));
  }

  @Test
  void what_holds_data_outlives_the_stack() {
    assertThat(Stream.of("AWS::S3::Bucket", "AWS::Logs::LogGroup", "AWS::SecretsManager::Secret"))
        .allSatisfy(
            type ->
                assertThat(resources.path(idOf(type)).path("DeletionPolicy").asText())
                    .isEqualTo("Retain"));
  }

  @Test
  void logs_are_kept_as_long_as_configured() {
    assertThat(only("AWS::Logs::LogGroup").path("RetentionInDays").asInt()).isEqualTo(30);
    assertThat(resources.path("ScanFunction").path("Properties").path("LoggingConfig").toString())
        .contains(idOf("AWS::Logs::LogGroup"));
  }

  @Test
  void the_stack_holds_these_resources_and_no_others() {
    Map<String, Integer> counts = new TreeMap<>();
    resources.forEach(resource -> counts.merge(resource.path("Type").asText(), 1, Integer::sum));

    assertThat(counts)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("AWS::CloudWatch::Alarm", 2),
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
  void the_defaults_read_the_configuration_from_the_own_bucket() {
    JsonNode bare =
        JSON.valueToTree(
            synthesised("{\"function\": {\"zip\": \"%s\"}}".formatted(standIn)).toJSON());

    assertThat(
            plain(bare.at("/Resources/ScanFunction/Properties/Environment/Variables/CONFIG_URI")))
        .isEqualTo("s3://{%s}/plumbline.yaml".formatted(idOf("AWS::S3::Bucket")));
    assertThat(bare.path("Resources").toString()).doesNotContain("AWS::SNS::Subscription");
  }

  @Test
  void a_missing_zip_is_said_with_how_to_build_it() {
    assertThatThrownBy(() -> synthesised("{\"function\": {\"zip\": \"no/such.zip\"}}"))
        .isInstanceOf(InvalidDeployment.class)
        .hasMessageContainingAll("no/such.zip does not exist", "./build");
  }

  private static void assertDeniesPlainHttp(JsonNode policy) {
    assertThat(elements(policy.path("PolicyDocument").path("Statement")))
        .anySatisfy(
            statement -> {
              assertThat(statement.path("Effect").asText()).isEqualTo("Deny");
              assertThat(
                      statement.path("Condition").path("Bool").path("aws:SecureTransport").asText())
                  .isEqualTo("false");
            });
  }

  private static List<JsonNode> all(String type) {
    return elements(resources)
        .filter(resource -> resource.path("Type").asText().equals(type))
        .map(resource -> resource.path("Properties"))
        .toList();
  }

  private static JsonNode only(String type) {
    return resources.path(idOf(type)).path("Properties");
  }

  private static String idOf(String type) {
    List<String> ids =
        resources
            .propertyStream()
            .filter(resource -> resource.getValue().path("Type").asText().equals(type))
            .map(Map.Entry::getKey)
            .toList();
    assertThat(ids).as(type).hasSize(1);
    return ids.getFirst();
  }

  /** Every statement that is allowed to a role of ours. */
  private static Stream<JsonNode> statements() {
    return all("AWS::IAM::Policy").stream()
        .flatMap(policy -> elements(policy.path("PolicyDocument").path("Statement")));
  }

  private static List<String> resourcesOf(String action) {
    return statements()
        .filter(statement -> texts(statement.path("Action")).anyMatch(action::equals))
        .flatMap(statement -> texts(statement.path("Resource")))
        .toList();
  }

  private static Stream<String> texts(JsonNode oneOrMany) {
    return oneOrMany.isArray()
        ? elements(oneOrMany).map(DetectionStackTest::plain)
        : Stream.of(plain(oneOrMany));
  }

  /** A template's value as text, references in braces. */
  private static String plain(JsonNode value) {
    if (value.has("Fn::Join")) {
      return String.join("", texts(value.path("Fn::Join").path(1)).toList());
    }
    if (value.has("Fn::GetAtt")) {
      return "{" + String.join(".", texts(value.path("Fn::GetAtt")).toList()) + "}";
    }
    return value.has("Ref") ? "{" + value.path("Ref").asText() + "}" : value.asText();
  }

  private static Stream<JsonNode> elements(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }
}
