package dev.plumbline.live.aws.iam;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
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
import software.amazon.awssdk.services.iam.model.RoleDetail;

/**
 * {@code aws_iam_role_policy_attachment}. Its id is made up by the provider; what it stands for is
 * a role and a policy, which is also how it is imported: {@code role/policy-arn}.
 */
public final class IamRolePolicyAttachment implements ResourceType {

  @Override
  public String name() {
    return "aws_iam_role_policy_attachment";
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
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_iam_role", "id", "role"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, RoleDetail> roles = AccountDetails.of(batch.scope()).roles();
    return batch.each(
        recorded -> {
          String role = recorded.at("role").text();
          String policy = recorded.at("policy_arn").text();
          return attached(roles.get(role), policy)
              ? batch
                  .attributes()
                  .put("id", recorded.id())
                  .put("role", role)
                  .put("policy_arn", policy)
                  .found()
              : new Observation.Gone(
                  "the completed listing of %s does not have %s attached to a role %s"
                      .formatted(AccountDetails.ACTION, policy, role));
        });
  }

  private static boolean attached(@Nullable RoleDetail role, String policy) {
    return role != null
        && role.attachedManagedPolicies().stream()
            .anyMatch(attached -> attached.policyArn().equals(policy));
  }

  /** Those that neither a role nor an attachment to several roles in the state holds. */
  @Override
  public List<String> discover(AwsScope scope) {
    Stream<String> ofRoles =
        scope
            .recorded("aws_iam_role")
            .flatMap(
                role ->
                    role.at("managed_policy_arns").items().stream()
                        .map(policy -> importId(role.id(), policy.text())));
    Stream<String> ofAttachments =
        scope
            .recorded("aws_iam_policy_attachment")
            .flatMap(
                attachment ->
                    attachment.at("roles").items().stream()
                        .map(Value::text)
                        .map(role -> importId(role, attachment.at("policy_arn").text())));
    Set<String> known = Stream.concat(ofRoles, ofAttachments).collect(Collectors.toSet());
    return AccountDetails.of(scope)
        .ownRoles()
        .flatMap(
            role ->
                role.attachedManagedPolicies().stream()
                    .map(AttachedPolicy::policyArn)
                    .map(policy -> importId(role.roleName(), policy)))
        .filter(id -> !known.contains(id))
        .toList();
  }

  @Override
  public List<String> importIds(RecordedResource resource) {
    return List.of(importId(resource.at("role").text(), resource.at("policy_arn").text()));
  }

  private static String importId(String role, String policy) {
    return role + "/" + policy;
  }
}
