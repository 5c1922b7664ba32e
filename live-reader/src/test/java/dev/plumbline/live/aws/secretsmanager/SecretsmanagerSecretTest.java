package dev.plumbline.live.aws.secretsmanager;

import static dev.plumbline.live.aws.FakeScope.error;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.Completeness;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.GetResourcePolicyRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetResourcePolicyResponse;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretsRequest;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretsResponse;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/** The fake knows no call that fetches a value: a reader that made one would fail every test. */
final class SecretsmanagerSecretTest {

  private static final String ARN =
      "arn:aws:secretsmanager:us-east-1:123456789012:secret:app/config-qBnJlJ";

  private final FakeSecrets secrets = new FakeSecrets();

  @Test
  void reads_what_is_set_on_a_secret() {
    Value.Mapping attributes = Completeness.found(observe());

    assertThat(attributes.at("name")).isEqualTo(Value.of("app/config"));
    assertThat(attributes.at("description")).isEqualTo(Value.of("Configuration"));
    assertThat(attributes.at("policy")).isEqualTo(Value.of("{}"));
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
    Completeness.assertComplete("aws_secretsmanager_secret", attributes);
  }

  @Test
  void the_default_key_spelt_out_is_no_drift_from_no_key() {
    secrets.secret = secrets.secret.toBuilder().kmsKeyId("alias/aws/secretsmanager").build();

    assertThat(Completeness.found(observe()).at("kms_key_id").isEmpty()).isTrue();
  }

  @Test
  void another_key_shows() {
    secrets.secret = secrets.secret.toBuilder().kmsKeyId("alias/rogue").build();

    assertThat(Completeness.found(observe()).at("kms_key_id")).isEqualTo(Value.of("alias/rogue"));
  }

  @Test
  void a_replica_is_its_region_and_its_own_key_whatever_its_status() {
    Value block =
        Value.of(
            Map.of(
                "region", Value.of("eu-west-1"),
                "kms_key_id", Value.of("alias/aws/secretsmanager"),
                "status", Value.of("InProgress")));

    assertThat(SecretsmanagerSecret.replicas(Value.of(List.of(block))))
        .containsExactly(Value.of(Map.of("region", Value.of("eu-west-1"))));
  }

  @Test
  void a_secret_that_is_not_there_is_gone() {
    secrets.failure = "ResourceNotFoundException";

    assertThat(observe()).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void a_secret_that_waits_for_its_deletion_is_gone_and_the_evidence_says_so() {
    secrets.secret = secrets.secret.toBuilder().deletedDate(Instant.EPOCH).build();

    assertThat(observe())
        .isInstanceOfSatisfying(
            Observation.Gone.class, gone -> assertThat(gone.evidence()).contains("waits for it"));
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    secrets.failure = "AccessDeniedException";

    assertThat(observe())
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable ->
                assertThat(unreadable.action()).isEqualTo("secretsmanager:DescribeSecret"));
  }

  @Test
  void discovers_secrets_that_no_service_keeps_for_itself() {
    assertThat(
            FakeScope.discover(
                new SecretsmanagerSecret(), Map.of(SecretsManagerClient.class, secrets)))
        .containsExactly(ARN);
  }

  private Observation observe() {
    RecordedResource secret = recorded("aws_secretsmanager_secret", Map.of("id", Value.of(ARN)));
    return FakeScope.observe(
            new SecretsmanagerSecret(), Map.of(SecretsManagerClient.class, secrets), secret)
        .getFirst();
  }

  private static final class FakeSecrets implements SecretsManagerClient {
    private String failure = "";
    private DescribeSecretResponse secret =
        DescribeSecretResponse.builder()
            .arn(ARN)
            .name("app/config")
            .description("Configuration")
            .tags(Tag.builder().key("team").value("core").build())
            .build();

    @Override
    public DescribeSecretResponse describeSecret(DescribeSecretRequest request) {
      if (!failure.isEmpty()) {
        throw error(failure, 400);
      }
      return secret;
    }

    @Override
    public GetResourcePolicyResponse getResourcePolicy(GetResourcePolicyRequest request) {
      return GetResourcePolicyResponse.builder().resourcePolicy("{}").build();
    }

    @Override
    public ListSecretsResponse listSecrets(ListSecretsRequest request) {
      return ListSecretsResponse.builder()
          .secretList(
              SecretListEntry.builder().arn(ARN).build(),
              SecretListEntry.builder().arn("arn:of-a-database").owningService("rds").build())
          .build();
    }

    @Override
    public String serviceName() {
      return "secretsmanager";
    }

    @Override
    public void close() {}
  }
}
