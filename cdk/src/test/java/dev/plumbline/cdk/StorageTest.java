package dev.plumbline.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Encryption, transport, access and retention of everything that holds data. */
class StorageTest {

  private static final List<String> HOLD_DATA =
      List.of(
          "AWS::S3::Bucket",
          "AWS::Logs::LogGroup",
          "AWS::SecretsManager::Secret",
          "AWS::DynamoDB::Table");

  private final Templates templates = Assemblies.EVERYTHING;

  @Test
  void alerts_are_encrypted_and_travel_by_tls_only() {
    assertThat(templates.one("AWS::SNS::Topic").path("KmsMasterKeyId").toString()).contains("Key");
    assertDeniesPlainHttp(templates.one("AWS::SNS::TopicPolicy"));
    assertThat(templates.all("AWS::KMS::Key"))
        .hasSize(2)
        .allMatch(key -> key.path("EnableKeyRotation").asBoolean());
    assertThat(templates.one("AWS::SNS::Subscription").path("Endpoint").asText())
        .isEqualTo("platform@acme.example");
  }

  @Test
  void alarms_of_this_account_alone_may_publish_and_use_the_key() {
    assertThat(
            Stream.of(
                    templates.one("AWS::SNS::TopicPolicy").path("PolicyDocument"),
                    templates.only("Alerts").one("AWS::KMS::Key").path("KeyPolicy"))
                .map(
                    policy ->
                        Templates.elements(policy.path("Statement"))
                            .filter(s -> s.path("Sid").asText().equals("AlarmsOfThisAccount"))
                            .findFirst()
                            .orElseThrow()))
        .allSatisfy(
            statement -> {
              assertThat(statement.path("Principal").path("Service").asText())
                  .isEqualTo("cloudwatch.amazonaws.com");
              assertThat(statement.at("/Condition/StringEquals/aws:SourceAccount").asText())
                  .isEqualTo(Assemblies.ACCOUNT);
            });
  }

  @Test
  void buckets_are_private_encrypted_and_versioned() {
    assertThat(templates.all("AWS::S3::Bucket"))
        .hasSize(2)
        .allSatisfy(
            bucket -> {
              assertThat(bucket.path("PublicAccessBlockConfiguration").propertyStream().toList())
                  .hasSize(4)
                  .allMatch(setting -> setting.getValue().asBoolean());
              assertThat(bucket.path("BucketEncryption").isMissingNode()).isFalse();
              assertThat(bucket.at("/VersioningConfiguration/Status").asText())
                  .isEqualTo("Enabled");
            });
    assertThat(templates.all("AWS::S3::BucketPolicy"))
        .hasSize(2)
        .allSatisfy(StorageTest::assertDeniesPlainHttp);
  }

  @Test
  void reports_expire_when_configured_and_plans_after_a_day() {
    assertThat(bucket("Reports").at("/LifecycleConfiguration/Rules/0/ExpirationInDays").asInt())
        .isEqualTo(400);
    JsonNode plans = bucket("Plans").at("/LifecycleConfiguration/Rules/0");
    assertThat(plans.path("ExpirationInDays").asInt()).isOne();
    assertThat(plans.at("/NoncurrentVersionExpiration/NoncurrentDays").asInt()).isOne();
  }

  @Test
  void what_was_observed_of_a_stack_and_not_yet_judged_is_gone_after_a_day() {
    assertThat(
            bucket("Reports")
                .at("/LifecycleConfiguration/Rules")
                .valueStream()
                .filter(rule -> rule.path("Prefix").asText().equals("slices/")))
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.path("ExpirationInDays").asInt()).isOne();
              assertThat(rule.at("/NoncurrentVersionExpiration/NoncurrentDays").asInt()).isOne();
            });
    assertThat(
            templates.resourcesOf("ScanFunction", "s3:PutObject").stream()
                .filter(arn -> arn.endsWith("/slices/*")))
        .hasSize(1);
    assertThat(templates.resourcesOf("SummaryFunction", "s3:GetObject"))
        .noneMatch(arn -> arn.endsWith("/slices/*"));
  }

  @Test
  void plans_are_under_a_key_of_their_own() {
    assertThat(
            bucket("Plans")
                .at(
                    "/BucketEncryption/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault/KMSMasterKeyID")
                .toString())
        .contains("PlansKey");
    // where nothing is planned there is nothing to encrypt, and no key to pay for
    assertThat(Assemblies.DEFAULTS.all("AWS::KMS::Key")).hasSize(1);
  }

  @Test
  void the_table_can_be_had_again_and_not_be_deleted_by_mistake() {
    JsonNode table = templates.one("AWS::DynamoDB::Table");

    assertThat(table.at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled").asBoolean())
        .isTrue();
    assertThat(table.path("DeletionProtectionEnabled").asBoolean()).isTrue();
    assertThat(table.path("BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
  }

  @Test
  void what_holds_data_outlives_the_stack() {
    assertThat(
            Stream.of(Assemblies.EVERYTHING, Assemblies.DEFAULTS)
                .flatMap(Templates::resources)
                .map(Map.Entry::getValue)
                .filter(each -> HOLD_DATA.contains(each.path("Type").asText())))
        .hasSizeGreaterThan(20)
        .allSatisfy(
            each -> {
              assertThat(each.path("DeletionPolicy").asText()).isEqualTo("Retain");
              assertThat(each.path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
            });
  }

  @Test
  void logs_are_kept_as_long_as_configured() {
    assertThat(templates.all("AWS::Logs::LogGroup"))
        .hasSize(17)
        .allMatch(log -> log.path("RetentionInDays").asInt() == 30);
  }

  @Test
  void a_webhook_secret_is_made_where_none_is_configured() {
    assertThat(Assemblies.DEFAULTS.all("AWS::SecretsManager::Secret")).hasSize(2);
    assertThat(templates.all("AWS::SecretsManager::Secret")).hasSize(1);
  }

  private JsonNode bucket(String id) {
    return templates
        .ofType("AWS::S3::Bucket")
        .filter(each -> each.getKey().startsWith(id))
        .map(each -> each.getValue().path("Properties"))
        .findFirst()
        .orElseThrow();
  }

  static void assertDeniesPlainHttp(JsonNode policy) {
    assertThat(Templates.elements(policy.path("PolicyDocument").path("Statement")))
        .anySatisfy(
            statement -> {
              assertThat(statement.path("Effect").asText()).isEqualTo("Deny");
              assertThat(statement.at("/Condition/Bool/aws:SecureTransport").asText())
                  .isEqualTo("false");
            });
  }
}
