package dev.plumbline.live.aws.secretsmanager;

import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.ReadFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.Filter;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;

/**
 * Recorded secrets by ARN, asked for ten a call. The listing tells all that a description does but
 * for replicas, so that a replicated secret is left out of it; so is what it does not find.
 */
final class SecretList {

  static final String ACTION = "secretsmanager:ListSecrets";

  /** The API's limit of values in a filter. */
  private static final int CHUNK = 10;

  /** For fewer, describing each is as cheap. */
  private static final int WORTH_IT = 2;

  private SecretList() {}

  static Map<String, DescribeSecretResponse> of(AwsScope scope) {
    return scope.shared(ACTION + "/recorded", () -> read(scope));
  }

  private static Map<String, DescribeSecretResponse> read(AwsScope scope) {
    List<String> names =
        scope
            .recorded("aws_secretsmanager_secret")
            .map(secret -> secret.at("name").text())
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
    if (names.size() < WORTH_IT) {
      return Map.of();
    }
    Map<String, DescribeSecretResponse> found = new HashMap<>();
    try {
      scope
          .forAll(
              names.stream().gather(Gatherers.windowFixed(CHUNK)).toList(),
              chunk -> listed(scope, chunk))
          .forEach(page -> page.forEach(secret -> found.put(secret.arn(), description(secret))));
    } catch (ReadFailure _) {
      return Map.of(); // each is described then, which may be allowed where listing is not
    }
    return found;
  }

  private static List<SecretListEntry> listed(AwsScope scope, List<String> names) {
    Filter filter = Filter.builder().key("name").values(names).build();
    return scope.call(
        ACTION,
        () ->
            Secrets.client(scope)
                .listSecretsPaginator(
                    r -> r.includePlannedDeletion(true).maxResults(100).filters(filter))
                .stream()
                .flatMap(page -> page.secretList().stream())
                .filter(secret -> secret.primaryRegion() == null)
                .toList());
  }

  private static DescribeSecretResponse description(SecretListEntry secret) {
    return DescribeSecretResponse.builder()
        .arn(secret.arn())
        .name(secret.name())
        .description(secret.description())
        .kmsKeyId(secret.kmsKeyId())
        .deletedDate(secret.deletedDate())
        .rotationEnabled(secret.rotationEnabled())
        .rotationLambdaARN(secret.rotationLambdaARN())
        .rotationRules(secret.rotationRules())
        .versionIdsToStages(secret.secretVersionsToStages())
        .tags(secret.tags())
        .build();
  }
}
