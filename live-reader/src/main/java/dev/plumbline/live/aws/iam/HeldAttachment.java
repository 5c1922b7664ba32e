package dev.plumbline.live.aws.iam;

import dev.plumbline.engine.Observation;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;

/**
 * A managed policy attached to a user, group or role. Its id is made up by the provider; what it
 * stands for is a holder and a policy, which is also how it is imported: {@code holder/policy-arn}.
 */
abstract sealed class HeldAttachment implements ResourceType
    permits IamGroupPolicyAttachment, IamRolePolicyAttachment, IamUserPolicyAttachment {

  private final PolicyHolders holders;

  HeldAttachment(PolicyHolders holders) {
    this.holders = holders;
  }

  @Override
  public final String name() {
    return "aws_iam_" + holders.kind() + "_policy_attachment";
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
    return batch.each(
        recorded -> {
          String holder = recorded.at(holders.kind()).text();
          String policy = recorded.at("policy_arn").text();
          return attached(byName.get(holder), policy)
              ? batch
                  .attributes()
                  .put("id", recorded.id())
                  .put(holders.kind(), holder)
                  .put("policy_arn", policy)
                  .found()
              : new Observation.Gone(
                  "the completed listing of %s does not have %s attached to a %s %s"
                      .formatted(AccountDetails.ACTION, policy, holders.kind(), holder));
        });
  }

  private static boolean attached(@Nullable Holder holder, String policy) {
    return holder != null
        && holder.attached().stream().anyMatch(each -> each.policyArn().equals(policy));
  }

  /** What the holders' own recorded resources hold. */
  Stream<String> ofHolders(AwsScope scope) {
    return Stream.empty();
  }

  /** Those that no holder in the state holds, of policies that no attachment to all tells of. */
  @Override
  public final List<String> discover(AwsScope scope) {
    Set<String> known = ofHolders(scope).collect(Collectors.toSet());
    Set<String> told =
        scope
            .recorded("aws_iam_policy_attachment")
            .map(attachment -> attachment.at("policy_arn").text())
            .collect(Collectors.toSet());
    return holders
        .own(scope)
        .flatMap(
            holder ->
                holder.attached().stream()
                    .map(AttachedPolicy::policyArn)
                    .filter(policy -> !told.contains(policy))
                    .map(policy -> importId(holder.name(), policy)))
        .filter(id -> !known.contains(id))
        .toList();
  }

  @Override
  public final List<String> importIds(RecordedResource resource) {
    return List.of(importId(resource.at(holders.kind()).text(), resource.at("policy_arn").text()));
  }

  static String importId(String holder, String policy) {
    return holder + "/" + policy;
  }
}
