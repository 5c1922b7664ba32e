package dev.plumbline.live.aws.kms;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeyState;

/** Keys as KMS describes them, each asked for once in a scan, whoever wants to know. */
public final class KmsKeys {

  /** The action that describing a key needs. */
  public static final String DESCRIBE = "kms:DescribeKey";

  static final String POLICY = "kms:GetKeyPolicy";

  static final Set<String> NOT_FOUND = Set.of("NotFoundException");

  private static final Set<KeyState> DELETED =
      Set.of(KeyState.PENDING_DELETION, KeyState.PENDING_REPLICA_DELETION);

  private KmsKeys() {}

  /** The key of that id, ARN or alias; empty where KMS says that it does not exist. */
  static Optional<KeyMetadata> describe(AwsScope scope, String id) {
    return scope.shared(
        DESCRIBE + "/" + id,
        () ->
            scope
                .find(DESCRIBE, NOT_FOUND, () -> client(scope).describeKey(r -> r.keyId(id)))
                .map(answer -> answer.keyMetadata()));
  }

  /**
   * The ARN of the key that AWS keeps in this account for a service, such as {@code dynamodb};
   * empty where the service has not made one yet.
   */
  public static Optional<String> awsManaged(AwsScope scope, String service) {
    return describe(scope, "alias/aws/" + service).map(KeyMetadata::arn);
  }

  /** The policy of a key that exists, asked for once in a scan. */
  static String policy(AwsScope scope, String id) {
    return scope.shared(
        POLICY + "/" + id,
        () ->
            scope
                .call(
                    POLICY,
                    () -> client(scope).getKeyPolicy(r -> r.keyId(id).policyName("default")))
                .policy());
  }

  /** Whether nothing can be done with the key any more but to cancel its deletion. */
  static boolean deleted(KeyMetadata key) {
    return DELETED.contains(key.keyState());
  }

  static Observation waitsForDeletion(KeyMetadata key) {
    return new Observation.Gone(
        DESCRIBE + " says that the key waits for its deletion (" + key.keyState() + ")");
  }

  static KmsClient client(AwsScope scope) {
    return scope.client(KmsClient.class, KmsClient::builder);
  }
}
