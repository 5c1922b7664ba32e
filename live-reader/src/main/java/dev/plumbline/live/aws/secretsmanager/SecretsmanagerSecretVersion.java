package dev.plumbline.live.aws.secretsmanager;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.secretsmanager.Secrets.Secret;
import dev.plumbline.state.RecordedResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;

/**
 * {@code aws_secretsmanager_secret_version}; its id is {@code secret|version}, the secret a name or
 * an ARN. A version's value cannot change, so that which stages the version has tells whether it is
 * still the one in use; the value is never fetched.
 */
public final class SecretsmanagerSecretVersion implements ResourceType {

  private static final String LIST = "secretsmanager:ListSecretVersionIds";
  private static final int PAGE = 100;

  @Override
  public String name() {
    return "aws_secretsmanager_secret_version";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(Secrets.DESCRIBE, LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .withUnobservable(
            "secret values are never fetched; the version and its stages tell of a change",
            "secret_binary",
            "secret_string")
        .withUnobservable(
            "local to Terraform",
            "has_secret_string_wo",
            "secret_string_wo",
            "secret_string_wo_version");
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_secretsmanager_secret", "arn", "secret_id"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(version -> observe(batch, version));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    String id = recorded.id();
    int end = Math.max(0, id.indexOf('|'));
    String secretId = id.substring(0, end);
    String version = id.substring(end + 1);
    return switch (Secrets.find(batch.scope(), secretId)) {
      case Secret.Gone(var gone) -> gone;
      case Secret.There(var secret) ->
          stages(batch.scope(), secret, version)
              .map(stages -> found(batch, recorded, secret, stages))
              .orElseGet(
                  () ->
                      new Observation.Gone(
                          "the completed listing of %s has no such version".formatted(LIST)));
    };
  }

  private static Observation found(
      Batch batch, RecordedResource recorded, DescribeSecretResponse secret, List<String> stages) {
    String id = recorded.id();
    Attributes attributes =
        batch
            .attributes()
            .put("id", id)
            .put("arn", secret.arn())
            .put("secret_id", id.substring(0, id.indexOf('|')))
            .put("version_id", id.substring(id.indexOf('|') + 1))
            .put("version_stages", stages);
    if (Boolean.TRUE.equals(secret.rotationEnabled())) {
      attributes.moving("version_stages", "is moved by the secret's rotation");
    }
    return attributes.found();
  }

  /**
   * A version's stages; empty where it does not exist. A version without a stage is listed only.
   */
  private static Optional<List<String>> stages(
      AwsScope scope, DescribeSecretResponse secret, String version) {
    List<String> stages = secret.versionIdsToStages().get(version);
    return stages == null
        ? Optional.ofNullable(versions(scope, secret.arn()).get(version))
        : Optional.of(stages);
  }

  private static Map<String, List<String>> versions(AwsScope scope, String secret) {
    return scope.shared(
        LIST + "/" + secret,
        () -> {
          Map<String, List<String>> versions = new HashMap<>();
          scope
              .call(
                  LIST,
                  () ->
                      Secrets.client(scope)
                          .listSecretVersionIdsPaginator(
                              r -> r.secretId(secret).includeDeprecated(true).maxResults(PAGE))
                          .stream()
                          .flatMap(page -> page.versions().stream())
                          .toList())
              .forEach(each -> versions.put(each.versionId(), each.versionStages()));
          return versions;
        });
  }
}
