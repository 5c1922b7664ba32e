package dev.plumbline.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Encryption, transport, access and retention of everything that holds data. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SafekeepingTest {

  private final SynthesisedStack template;

  SafekeepingTest(@TempDir Path folder) throws IOException {
    template = SynthesisedStack.withEverySetting(folder);
  }

  @Test
  void alerts_are_encrypted_and_travel_by_tls_only() {
    assertThat(template.only("AWS::SNS::Topic").path("KmsMasterKeyId").toString())
        .contains(template.idOf("AWS::KMS::Key"));
    assertDeniesPlainHttp(template.only("AWS::SNS::TopicPolicy"));
    assertThat(template.only("AWS::KMS::Key").path("EnableKeyRotation").asBoolean()).isTrue();
    assertThat(template.only("AWS::SNS::Subscription").path("Endpoint").asText())
        .isEqualTo("platform@acme.example");
  }

  @Test
  void alarms_of_this_account_alone_may_publish_and_use_the_key() {
    assertThat(
            Stream.of(
                    template.only("AWS::SNS::TopicPolicy").path("PolicyDocument"),
                    template.only("AWS::KMS::Key").path("KeyPolicy"))
                .map(
                    policy ->
                        SynthesisedStack.elements(policy.path("Statement"))
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
                  .isEqualTo(SynthesisedStack.ACCOUNT);
            });
  }

  @Test
  void the_bucket_is_private_encrypted_versioned_and_kept() {
    JsonNode bucket = template.only("AWS::S3::Bucket");

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
    assertDeniesPlainHttp(template.only("AWS::S3::BucketPolicy"));
  }

  @Test
  void the_dead_letter_queue_is_encrypted_and_travels_by_tls_only() {
    assertThat(template.only("AWS::SQS::Queue").path("SqsManagedSseEnabled").asBoolean()).isTrue();
    assertDeniesPlainHttp(template.only("AWS::SQS::QueuePolicy"));
  }

  @Test
  void what_holds_data_outlives_the_stack() {
    assertThat(Stream.of("AWS::S3::Bucket", "AWS::Logs::LogGroup", "AWS::SecretsManager::Secret"))
        .allSatisfy(
            type ->
                assertThat(template.resource(type).path("DeletionPolicy").asText())
                    .isEqualTo("Retain"));
  }

  @Test
  void logs_are_kept_as_long_as_configured() {
    assertThat(template.only("AWS::Logs::LogGroup").path("RetentionInDays").asInt()).isEqualTo(30);
    assertThat(template.scanFunction().path("LoggingConfig").toString())
        .contains(template.idOf("AWS::Logs::LogGroup"));
  }

  private static void assertDeniesPlainHttp(JsonNode policy) {
    assertThat(SynthesisedStack.elements(policy.path("PolicyDocument").path("Statement")))
        .anySatisfy(
            statement -> {
              assertThat(statement.path("Effect").asText()).isEqualTo("Deny");
              assertThat(
                      statement.path("Condition").path("Bool").path("aws:SecureTransport").asText())
                  .isEqualTo("false");
            });
  }
}
