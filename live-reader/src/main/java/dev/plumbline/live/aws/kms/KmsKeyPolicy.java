package dev.plumbline.live.aws.kms;

import static dev.plumbline.engine.Meaning.NAME_OR_ARN;
import static dev.plumbline.engine.Meaning.POLICY;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.kms.model.KeyMetadata;

/**
 * {@code aws_kms_key_policy}, named by its key's id. Every key has a policy: it is there as long as
 * its key is.
 */
public final class KmsKeyPolicy implements ResourceType {

  @Override
  public String name() {
    return "aws_kms_key_policy";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(KmsKeys.DESCRIBE, KmsKeys.POLICY));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(POLICY, "policy")
        .with(NAME_OR_ARN, "key_id")
        .withUnobservable("local to Terraform", "bypass_policy_lockout_safety_check");
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_kms_key", "id", "key_id"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(policy -> observe(batch, policy));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    Optional<KeyMetadata> key = KmsKeys.describe(batch.scope(), recorded.id());
    if (key.isEmpty()) {
      return new Observation.Gone(KmsKeys.DESCRIBE + " says that the key does not exist");
    }
    if (KmsKeys.deleted(key.get())) {
      return KmsKeys.waitsForDeletion(key.get());
    }
    return batch
        .attributes()
        .put("id", recorded.id())
        .put("key_id", key.get().keyId())
        .put("policy", KmsKeys.policy(batch.scope(), recorded.id()))
        .found();
  }
}
