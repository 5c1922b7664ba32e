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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretVersionIdsRequest;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretVersionIdsResponse;

/** The fake knows no call that fetches a value: a reader that made one would fail every test. */
final class SecretsmanagerSecretVersionTest {

  private static final String ARN =
      "arn:aws:secretsmanager:us-east-1:123456789012:secret:app/config-qBnJlJ";

  private final FakeSecrets secrets = new FakeSecrets();
  private final SecretsmanagerSecretVersion type = new SecretsmanagerSecretVersion();

  @ParameterizedTest
  @ValueSource(strings = {ARN, "app/config"})
  void reads_a_version_and_its_stages_without_its_value(String secret) {
    Value.Mapping version = Completeness.found(observe(secret + "|current"));

    assertComplete(type.name(), version);
    assertThat(version.entries())
        .containsEntry("id", Value.of(secret + "|current"))
        .containsEntry("arn", Value.of(ARN))
        .containsEntry("secret_id", Value.of(secret))
        .containsEntry("version_id", Value.of("current"))
        .containsEntry("version_stages", Value.of(List.of(Value.of("AWSCURRENT"))));
    assertThat(secrets.calls).containsExactly("DescribeSecret");
  }

  @Test
  void a_version_without_a_stage_is_still_there() {
    Value.Mapping version = Completeness.found(observe(ARN + "|deprecated"));

    assertThat(version.at("version_stages").isEmpty()).isTrue();
    assertThat(secrets.calls).containsExactly("DescribeSecret", "ListSecretVersionIds");
  }

  @Test
  void stages_that_the_secrets_rotation_moves_are_let_be() {
    assertThat(moving()).isEmpty();

    secrets.rotates = true;
    assertThat(moving()).containsOnlyKeys("version_stages");
  }

  private Map<String, String> moving() {
    return ((Observation.Found) observe(ARN + "|current")).moving();
  }

  @Test
  void a_version_that_the_completed_listing_lacks_is_gone() {
    assertThat(observe(ARN + "|other")).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void a_version_is_gone_with_its_secret() {
    secrets.failure = "ResourceNotFoundException";

    assertThat(observe(ARN + "|current")).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    secrets.failure = "AccessDeniedException";

    assertThat(observe(ARN + "|current"))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            it -> assertThat(it.action()).isEqualTo("secretsmanager:DescribeSecret"));
  }

  private Observation observe(String id) {
    RecordedResource version =
        recorded("aws_secretsmanager_secret_version", Map.of("id", Value.of(id)));
    return FakeScope.observe(type, Map.of(SecretsManagerClient.class, secrets), version).getFirst();
  }

  private static final class FakeSecrets implements SecretsManagerClient {
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private String failure = "";
    private boolean rotates;

    @Override
    public DescribeSecretResponse describeSecret(DescribeSecretRequest request) {
      calls.add("DescribeSecret");
      if (!failure.isEmpty()) {
        throw error(failure, 400);
      }
      return DescribeSecretResponse.builder()
          .arn(ARN)
          .rotationEnabled(rotates)
          .versionIdsToStages(Map.of("current", List.of("AWSCURRENT")))
          .build();
    }

    @Override
    public ListSecretVersionIdsResponse listSecretVersionIds(ListSecretVersionIdsRequest request) {
      calls.add("ListSecretVersionIds");
      assertThat(request.includeDeprecated()).isTrue();
      return ListSecretVersionIdsResponse.builder()
          .versions(
              v -> v.versionId("current").versionStages("AWSCURRENT"),
              v -> v.versionId("deprecated"))
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
