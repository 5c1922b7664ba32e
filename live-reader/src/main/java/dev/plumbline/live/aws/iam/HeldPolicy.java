package dev.plumbline.live.aws.iam;

import static dev.plumbline.engine.Meaning.POLICY;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.iam.PolicyHolders.Holder;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.iam.model.PolicyDetail;

/** An inline policy of a user, group or role; its id is {@code holder:name}. */
abstract sealed class HeldPolicy implements ResourceType
    permits IamGroupPolicy, IamRolePolicy, IamUserPolicy {

  private final PolicyHolders holders;

  HeldPolicy(PolicyHolders holders) {
    this.holders = holders;
  }

  @Override
  public final String name() {
    return "aws_iam_" + holders.kind() + "_policy";
  }

  @Override
  public final SortedSet<String> actions() {
    return new TreeSet<>(Set.of(AccountDetails.ACTION));
  }

  @Override
  public final boolean global() {
    return true;
  }

  @Override
  public final TypeRules rules() {
    return TypeRules.PLAIN.with(POLICY, "policy");
  }

  @Override
  public final Optional<Parent> parent() {
    return Optional.of(new Parent("aws_iam_" + holders.kind(), "id", holders.kind()));
  }

  @Override
  public final Map<String, String> parameters() {
    return Map.of(holders.kind() + "Name", holders.kind());
  }

  @Override
  public final List<Observation> observe(Batch batch) {
    Map<String, Holder> byName = holders.byName(batch.scope());
    return batch.each(recorded -> observe(batch, recorded, byName));
  }

  private Observation observe(Batch batch, RecordedResource recorded, Map<String, Holder> byName) {
    String id = recorded.id();
    String holder = id.substring(0, Math.max(0, id.indexOf(':')));
    String name = id.substring(id.indexOf(':') + 1);
    return Optional.ofNullable(byName.get(holder)).stream()
        .flatMap(each -> each.inline().stream())
        .filter(policy -> policy.policyName().equals(name))
        .findFirst()
        .map(policy -> found(batch, holder, policy))
        .orElseGet(
            () ->
                new Observation.Gone(
                    "the completed listing of %s has no inline policy %s of a %s %s"
                        .formatted(AccountDetails.ACTION, name, holders.kind(), holder)));
  }

  private Observation found(Batch batch, String holder, PolicyDetail policy) {
    return batch
        .attributes()
        .put("id", id(holder, policy.policyName()))
        .put(holders.kind(), holder)
        .put("name", policy.policyName())
        .put("policy", PolicyText.decoded(policy.policyDocument()))
        .found();
  }

  /** The ids of inline policies that the holders' own recorded resources hold. */
  Set<String> ofHolders(AwsScope scope) {
    return Set.of();
  }

  @Override
  public final List<String> discover(AwsScope scope) {
    Set<String> known = ofHolders(scope);
    return holders
        .own(scope)
        .flatMap(
            holder -> holder.inline().stream().map(each -> id(holder.name(), each.policyName())))
        .filter(id -> !known.contains(id))
        .toList();
  }

  static String id(String holder, String name) {
    return holder + ":" + name;
  }
}
