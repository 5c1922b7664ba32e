package dev.plumbline.live.aws.iam;

import static dev.plumbline.engine.Meaning.POLICY;
import static dev.plumbline.engine.Meaning.VOLATILE;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyVersion;

/**
 * {@code aws_iam_policy}, named by its ARN. Tags and description are only in a policy's own answer;
 * documents come with {@link AccountDetails}, all in one listing.
 */
public final class IamPolicy implements ResourceType {

  private static final String GET = "iam:GetPolicy";

  @Override
  public String name() {
    return "aws_iam_policy";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(AccountDetails.ACTION, GET));
  }

  @Override
  public boolean global() {
    return true;
  }

  /** Attaching a policy moves its count; that change is the attachment's or the role's. */
  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.with(POLICY, "policy").with(VOLATILE, "attachment_count");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, ManagedPolicyDetail> details = AccountDetails.of(batch.scope()).policies();
    return batch.each(recorded -> observe(batch, recorded, details));
  }

  private static Observation observe(
      Batch batch, RecordedResource recorded, Map<String, ManagedPolicyDetail> details) {
    AwsScope scope = batch.scope();
    return scope
        .find(
            GET,
            Set.of("NoSuchEntity"),
            () -> AccountDetails.client(scope).getPolicy(r -> r.policyArn(recorded.id())).policy())
        .<Observation>map(policy -> observed(batch, policy, details).found())
        .orElseGet(() -> new Observation.Gone(GET + " says that the policy does not exist"));
  }

  private static Attributes observed(
      Batch batch, Policy policy, Map<String, ManagedPolicyDetail> details) {
    Attributes attributes =
        batch
            .attributes()
            .from(policy)
            .put("id", policy.arn())
            .put("name", policy.policyName())
            .tags(policy.tags());
    document(policy, details).ifPresent(text -> attributes.put("policy", text));
    return attributes;
  }

  /** The default version's document; empty where the listing is older than the policy. */
  private static Optional<String> document(
      Policy policy, Map<String, ManagedPolicyDetail> details) {
    return Optional.ofNullable(details.get(policy.arn())).stream()
        .flatMap(detail -> detail.policyVersionList().stream())
        .filter(version -> Boolean.TRUE.equals(version.isDefaultVersion()))
        .map(PolicyVersion::document)
        .map(PolicyText::decoded)
        .findFirst();
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return List.copyOf(AccountDetails.of(scope).policies().keySet());
  }
}
