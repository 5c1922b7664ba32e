package dev.plumbline.live.aws.kms;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kms.model.GrantConstraints;
import software.amazon.awssdk.services.kms.model.GrantListEntry;

/**
 * {@code aws_kms_grant}; its id is {@code key:grant}, the key an id or an ARN. KMS lists grants key
 * by key. Grants come and go with the services that use a key, which make them by themselves, so
 * that none is ever unmanaged.
 */
public final class KmsGrant implements ResourceType {

  private static final String LIST = "kms:ListGrants";
  private static final int PAGE = 100;

  @Override
  public String name() {
    return "aws_kms_grant";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .withUnobservable("only told when the grant is made", "grant_token")
        .withUnobservable("local to Terraform", "grant_creation_tokens", "retire_on_delete");
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_kms_key", "id", "key_id"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(grant -> observe(batch, grant));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    String id = recorded.id();
    int end = Math.max(0, id.lastIndexOf(':'));
    String key = id.substring(0, end);
    String grantId = id.substring(end + 1);
    Optional<List<GrantListEntry>> grants = grants(batch.scope(), key);
    if (grants.isEmpty()) {
      return new Observation.Gone(LIST + " says that the key does not exist");
    }
    return grants.get().stream()
        .filter(grant -> grant.grantId().equals(grantId))
        .findFirst()
        .map(grant -> found(batch, recorded, key, grant))
        .orElseGet(
            () ->
                new Observation.Gone(
                    "the completed listing of %s has no such grant of its key".formatted(LIST)));
  }

  private static Observation found(
      Batch batch, RecordedResource recorded, String key, GrantListEntry grant) {
    return batch
        .attributes()
        .put("id", recorded.id())
        .put("key_id", key)
        .put("grant_id", grant.grantId())
        .put("name", grant.name())
        .put("grantee_principal", grant.granteePrincipal())
        .put("retiring_principal", grant.retiringPrincipal())
        .put("operations", grant.operationsAsStrings())
        .put("constraints", constraints(grant.constraints()))
        .found();
  }

  /** Without either context a constraint binds nothing. */
  private static @Nullable GrantConstraints constraints(@Nullable GrantConstraints constraints) {
    return constraints == null
            || (constraints.encryptionContextEquals().isEmpty()
                && constraints.encryptionContextSubset().isEmpty())
        ? null
        : constraints;
  }

  /** A key's grants, asked for once in a scan; empty where the key does not exist. */
  private static Optional<List<GrantListEntry>> grants(AwsScope scope, String key) {
    return scope.shared(
        LIST + "/" + key,
        () ->
            scope.find(
                LIST,
                KmsKeys.NOT_FOUND,
                () ->
                    KmsKeys.client(scope)
                        .listGrantsPaginator(r -> r.keyId(key).limit(PAGE))
                        .grants()
                        .stream()
                        .toList()));
  }
}
