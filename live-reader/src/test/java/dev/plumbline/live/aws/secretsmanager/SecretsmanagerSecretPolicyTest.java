package dev.plumbline.live.aws.secretsmanager;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.FakeScope.error;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.Completeness;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.GetResourcePolicyRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetResourcePolicyResponse;

final class SecretsmanagerSecretPolicyTest {

  private static final String ARN =
      "arn:aws:secretsmanager:us-east-1:123456789012:secret:app/config-qBnJlJ";

  private final FakeSecrets secrets = new FakeSecrets();
  private final SecretsmanagerSecretPolicy type = new SecretsmanagerSecretPolicy();

  @Test
  void reads_the_policy_of_a_secret() {
    Value.Mapping policy = Completeness.found(observe());

    assertComplete(type.name(), policy);
    assertThat(policy.entries())
        .containsEntry("id", Value.of(ARN))
        .containsEntry("secret_arn", Value.of(ARN))
        .containsEntry("policy", Value.of("{}"));
  }

  @Test
  void a_policy_that_was_taken_off_is_an_empty_one() {
    secrets.policy = null;

    assertThat(Completeness.found(observe()).entries()).containsEntry("policy", Value.none());
  }

  @Test
  void a_policy_is_gone_with_its_secret() {
    secrets.deleted = Instant.EPOCH;
    assertThat(observe()).isInstanceOf(Observation.Gone.class);

    secrets.failure = "ResourceNotFoundException";
    assertThat(observe()).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    secrets.failure = "AccessDeniedException";

    assertThat(observe()).isInstanceOf(Observation.Unreadable.class);
  }

  private Observation observe() {
    RecordedResource policy =
        recorded("aws_secretsmanager_secret_policy", Map.of("id", Value.of(ARN)));
    return FakeScope.observe(type, Map.of(SecretsManagerClient.class, secrets), policy).getFirst();
  }

  private static final class FakeSecrets implements SecretsManagerClient {
    private String failure = "";
    private @Nullable String policy = "{}";
    private @Nullable Instant deleted;

    @Override
    public DescribeSecretResponse describeSecret(DescribeSecretRequest request) {
      if (!failure.isEmpty()) {
        throw error(failure, 400);
      }
      return DescribeSecretResponse.builder().arn(ARN).deletedDate(deleted).build();
    }

    @Override
    public GetResourcePolicyResponse getResourcePolicy(GetResourcePolicyRequest request) {
      return GetResourcePolicyResponse.builder().resourcePolicy(policy).build();
    }

    @Override
    public String serviceName() {
      return "secretsmanager";
    }

    @Override
    public void close() {}
  }
}
