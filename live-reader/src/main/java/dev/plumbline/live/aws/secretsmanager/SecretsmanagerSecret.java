package dev.plumbline.live.aws.secretsmanager;

import static dev.plumbline.engine.Meaning.NAME_OR_ARN;
import static dev.plumbline.engine.Meaning.POLICY;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Sibling;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.Defaults;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.live.aws.secretsmanager.Secrets.Secret;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;

/**
 * {@code aws_secretsmanager_secret}, named by its ARN. A secret with a date of deletion is gone, as
 * the provider has it: its value can no longer be read.
 */
public final class SecretsmanagerSecret implements ResourceType {

  private static final String LIST = "secretsmanager:ListSecrets";

  /** What Secrets Manager encrypts with where no key is named. */
  private static final String DEFAULT_KEY = "alias/aws/secretsmanager";

  @Override
  public String name() {
    return "aws_secretsmanager_secret";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(Secrets.DESCRIBE, Secrets.POLICY, LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(POLICY, "policy")
        .with(NAME_OR_ARN, "kms_key_id")
        .withUnobservable(
            "local to Terraform", "recovery_window_in_days", "force_overwrite_replica_secret")
        .withParts("replica", SecretsmanagerSecret::replicas)
        .with(Sibling.whole("policy", "aws_secretsmanager_secret_policy", "secret_arn", "arn"))
        .with(Sibling.whole("policy", "aws_secretsmanager_secret_policy", "secret_arn", "name"));
  }

  /** A replica's place and key; its status and last access move on their own. */
  static List<Value> replicas(Value blocks) {
    return blocks.items().stream().<Value>map(SecretsmanagerSecret::replica).toList();
  }

  private static Value replica(Value block) {
    Map<String, Value> replica = new TreeMap<>();
    replica.put("region", block.at("region"));
    Value key = block.at("kms_key_id");
    if (!key.isEmpty() && !defaultKey(key)) {
      replica.put("kms_key_id", key);
    }
    return Value.of(replica);
  }

  /** Secrets Manager names its default key where a secret had another one in between. */
  private static boolean defaultKey(Value key) {
    return key.text().endsWith(DEFAULT_KEY);
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(secret -> observe(batch, secret));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    return switch (Secrets.find(batch.scope(), recorded.id())) {
      case Secret.Gone(var gone) -> gone;
      case Secret.There(var secret) -> found(batch, recorded, secret);
    };
  }

  private static Observation found(
      Batch batch, RecordedResource recorded, DescribeSecretResponse secret) {
    return batch
        .attributes()
        .put("id", secret.arn())
        .put("arn", secret.arn())
        .put("name", secret.name())
        .put("description", secret.description())
        .put("policy", Secrets.policy(batch.scope(), recorded.id()))
        .put(
            "kms_key_id",
            Defaults.orRecorded(
                Shape.of(secret.kmsKeyId()),
                recorded.at("kms_key_id"),
                SecretsmanagerSecret::defaultKey))
        .put("replica", secret.replicationStatus())
        .tags(secret.tags())
        .found();
  }

  /** Secrets that other services keep for themselves are left out. */
  @Override
  public List<String> discover(AwsScope scope) {
    return scope.call(
        LIST,
        () ->
            Secrets.client(scope).listSecretsPaginator().stream()
                .flatMap(page -> page.secretList().stream())
                .filter(secret -> secret.owningService() == null && secret.deletedDate() == null)
                .map(SecretListEntry::arn)
                .toList());
  }
}
