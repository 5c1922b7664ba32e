package dev.plumbline.live.aws.kms;

import static dev.plumbline.engine.Meaning.POLICY;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Sibling;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.Defaults;
import dev.plumbline.live.aws.ReadFailure;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.live.aws.TagIndex;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.GetKeyRotationStatusResponse;
import software.amazon.awssdk.services.kms.model.KeyListEntry;
import software.amazon.awssdk.services.kms.model.KeyManagerType;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.MultiRegionKeyType;
import software.amazon.awssdk.services.kms.model.OriginType;
import software.amazon.awssdk.services.kms.model.XksKeyConfigurationType;

/**
 * {@code aws_kms_key}, named by its key id. A key that waits for its deletion is gone, as the
 * provider has it: nothing can be done with it but to cancel the deletion.
 */
public final class KmsKey implements ResourceType {

  private static final String ROTATION = "kms:GetKeyRotationStatus";
  private static final String TAGS = "kms:ListResourceTags";
  private static final String LIST = "kms:ListKeys";

  private static final Pattern ID = Pattern.compile("(mrk-)?[0-9a-f-]{32,36}");

  /** KMS's own, where rotation is switched on without a period. */
  private static final Value ROTATION_DAYS = Value.of(365);

  @Override
  public String name() {
    return "aws_kms_key";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(
        Set.of(
            KmsKeys.DESCRIBE,
            KmsKeys.POLICY,
            ROTATION,
            TAGS,
            TagIndex.ACTION,
            LIST,
            KmsAlias.LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(POLICY, "policy")
        .withUnobservable(
            "local to Terraform", "deletion_window_in_days", "bypass_policy_lockout_safety_check")
        .with(Sibling.whole("policy", "aws_kms_key_policy", "key_id", "id"))
        .with(Sibling.whole("policy", "aws_kms_key_policy", "key_id", "arn"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(key -> observe(batch, key));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    Optional<KeyMetadata> found = KmsKeys.describe(batch.scope(), recorded.id());
    if (found.isEmpty()) {
      return new Observation.Gone(KmsKeys.DESCRIBE + " says that the key does not exist");
    }
    KeyMetadata key = found.get();
    if (KmsKeys.deleted(key)) {
      return KmsKeys.waitsForDeletion(key);
    }
    if (key.keyState() == KeyState.CREATING) {
      throw new ReadFailure(
          ReadFailure.Kind.IN_TRANSITION,
          KmsKeys.DESCRIBE,
          "in transition (creating); read again later.");
    }
    Attributes attributes = described(batch, key);
    rotation(batch.scope(), attributes, key, recorded.at("rotation_period_in_days"));
    return attributes
        .put("policy", KmsKeys.policy(batch.scope(), recorded.id()))
        .tags(tags(batch.scope(), recorded.id()))
        .found();
  }

  private static Attributes described(Batch batch, KeyMetadata key) {
    XksKeyConfigurationType external = key.xksKeyConfiguration();
    return batch
        .attributes()
        .from(key)
        .put("id", key.keyId())
        .put("customer_master_key_spec", key.keySpecAsString())
        .put("is_enabled", key.enabled())
        .put("xks_key_id", external == null ? null : external.id());
  }

  private static void rotation(
      AwsScope scope, Attributes attributes, KeyMetadata key, Value recordedDays) {
    if (!rotates(key)) {
      attributes.put("enable_key_rotation", false).put("rotation_period_in_days", null);
      return;
    }
    GetKeyRotationStatusResponse status =
        scope.call(
            ROTATION, () -> KmsKeys.client(scope).getKeyRotationStatus(r -> r.keyId(key.keyId())));
    Value days = Shape.of(status.rotationPeriodInDays());
    attributes
        .put("enable_key_rotation", status.keyRotationEnabled())
        .put(
            "rotation_period_in_days",
            Defaults.orRecorded(days, recordedDays, KmsKey::defaultPeriod));
  }

  /** KMS rotates only symmetric keys whose material it made itself. */
  private static boolean rotates(KeyMetadata key) {
    return key.origin() == OriginType.AWS_KMS && key.keySpec() == KeySpec.SYMMETRIC_DEFAULT;
  }

  /** States hold no period or 0 where the provider saw none. */
  private static boolean defaultPeriod(Value days) {
    return days.equals(ROTATION_DAYS) || days.equals(Value.of(0));
  }

  private static Map<String, String> tags(AwsScope scope, String id) {
    KmsClient kms = KmsKeys.client(scope);
    return scope.tagList(
        scope.arn("kms", "key/" + id),
        () ->
            scope.call(
                TAGS,
                () -> kms.listResourceTagsPaginator(r -> r.keyId(id)).tags().stream().toList()));
  }

  @Override
  public List<String> discover(AwsScope scope, Set<String> names) {
    return names.stream()
        .filter(name -> ID.matcher(name).matches())
        .flatMap(id -> KmsKeys.describe(scope, id).stream())
        .filter(KmsKey::own)
        .map(KeyMetadata::keyId)
        .toList();
  }

  /** Keys that are this type's own: no keys of AWS, replicas or keys with imported material. */
  @Override
  public List<String> discover(AwsScope scope) {
    Set<String> ofAws = KmsAlias.keysOfAws(scope);
    List<String> ids =
        scope.call(
            LIST,
            () ->
                KmsKeys.client(scope).listKeysPaginator().keys().stream()
                    .map(KeyListEntry::keyId)
                    .filter(id -> !ofAws.contains(id))
                    .toList());
    return scope.forAll(ids, id -> KmsKeys.describe(scope, id)).stream()
        .flatMap(Optional::stream)
        .filter(KmsKey::own)
        .map(KeyMetadata::keyId)
        .toList();
  }

  private static boolean own(KeyMetadata key) {
    boolean replica =
        Stream.ofNullable(key.multiRegionConfiguration())
            .anyMatch(many -> many.multiRegionKeyType() == MultiRegionKeyType.REPLICA);
    return key.keyManager() == KeyManagerType.CUSTOMER
        && key.origin() != OriginType.EXTERNAL
        && !replica
        && !KmsKeys.deleted(key);
  }
}
