package dev.plumbline.live.aws.kms;

import dev.plumbline.live.aws.AwsScope;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeyMetadata;

/** Keys as KMS describes them, each asked for once in a scan, whoever wants to know. */
public final class KmsKeys {

  /** The action that describing a key needs. */
  public static final String DESCRIBE = "kms:DescribeKey";

  static final Set<String> NOT_FOUND = Set.of("NotFoundException");

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

  static KmsClient client(AwsScope scope) {
    return scope.client(KmsClient.class, KmsClient::builder);
  }
}
