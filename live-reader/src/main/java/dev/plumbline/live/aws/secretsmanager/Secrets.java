package dev.plumbline.live.aws.secretsmanager;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;

/**
 * Secrets as Secrets Manager describes them, each asked for once in a scan, whoever wants to know.
 */
final class Secrets {

  static final String DESCRIBE = "secretsmanager:DescribeSecret";
  static final String POLICY = "secretsmanager:GetResourcePolicy";
  static final Set<String> NOT_FOUND = Set.of("ResourceNotFoundException");

  private Secrets() {}

  /** A secret: as it is, or gone. A secret with a date of deletion is gone. */
  sealed interface Secret {
    record There(DescribeSecretResponse description) implements Secret {}

    record Gone(Observation.Gone observation) implements Secret {}
  }

  /** The secret of that name or ARN. */
  static Secret find(AwsScope scope, String id) {
    Optional<DescribeSecretResponse> found =
        Optional.ofNullable(SecretList.of(scope).get(id)).or(() -> described(scope, id));
    if (found.isEmpty()) {
      return gone("says that the secret does not exist");
    }
    return found.get().deletedDate() == null
        ? new Secret.There(found.get())
        : gone("says that the secret is deleted or waits for it");
  }

  private static Optional<DescribeSecretResponse> described(AwsScope scope, String id) {
    return scope.shared(
        DESCRIBE + "/" + id,
        () ->
            scope.find(
                DESCRIBE, NOT_FOUND, () -> client(scope).describeSecret(r -> r.secretId(id))));
  }

  private static Secret gone(String said) {
    return new Secret.Gone(new Observation.Gone(DESCRIBE + " " + said));
  }

  /** The policy of a secret that exists, null where it has none. */
  static @Nullable String policy(AwsScope scope, String id) {
    return scope
        .shared(
            POLICY + "/" + id,
            () -> scope.call(POLICY, () -> client(scope).getResourcePolicy(r -> r.secretId(id))))
        .resourcePolicy();
  }

  static SecretsManagerClient client(AwsScope scope) {
    return scope.client(SecretsManagerClient.class, SecretsManagerClient::builder);
  }
}
