package dev.plumbline.live.aws.iam;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Sibling;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * {@code aws_iam_policy_attachment}: everything that one policy is attached to. A policy that is
 * attached to nothing any more has none, as the provider has it. It cannot be imported, and so is
 * never unmanaged.
 */
public final class IamPolicyAttachment implements ResourceType {

  private static final List<PolicyHolders> HOLDERS =
      List.of(PolicyHolders.USERS, PolicyHolders.GROUPS, PolicyHolders.ROLES);

  @Override
  public String name() {
    return "aws_iam_policy_attachment";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(AccountDetails.ACTION));
  }

  @Override
  public boolean global() {
    return true;
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.with(single("user")).with(single("group")).with(single("role"));
  }

  private static Sibling single(String holder) {
    return Sibling.elements(
        holder + "s",
        "aws_iam_" + holder + "_policy_attachment",
        "policy_arn",
        "policy_arn",
        attachment -> List.of(attachment.at(holder)));
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_iam_policy", "arn", "policy_arn"));
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("policyArn", "policy_arn");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    AccountDetails details = AccountDetails.of(batch.scope());
    return batch.each(recorded -> observe(batch, recorded, details));
  }

  private static Observation observe(
      Batch batch, RecordedResource recorded, AccountDetails details) {
    String policy = recorded.at("policy_arn").text();
    Attributes attributes =
        batch
            .attributes()
            .put("id", recorded.id())
            .put("name", recorded.at("name"))
            .put("policy_arn", policy);
    boolean attached = false;
    for (PolicyHolders holders : HOLDERS) {
      List<String> names = names(holders, details, policy).toList();
      attributes.put(holders.kind() + "s", names);
      attached |= !names.isEmpty();
    }
    return attached
        ? attributes.found()
        : new Observation.Gone(
            "the completed listing of %s has nothing that %s is attached to"
                .formatted(AccountDetails.ACTION, policy));
  }

  private static Stream<String> names(
      PolicyHolders holders, AccountDetails details, String policy) {
    return holders
        .all()
        .apply(details)
        .filter(
            holder -> holder.attached().stream().anyMatch(each -> each.policyArn().equals(policy)))
        .map(PolicyHolders.Holder::name);
  }
}
