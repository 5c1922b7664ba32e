package dev.plumbline.live.aws.iam;

import static dev.plumbline.engine.Meaning.INSTANT;
import static dev.plumbline.engine.Meaning.POLICY;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Sibling;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.iam.model.AttachedPermissionsBoundary;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.RoleDetail;

/**
 * {@code aws_iam_role}, named by its name. Its {@code inline_policy} and {@code
 * managed_policy_arns} hold every policy the role has, whoever owns it.
 */
public final class IamRole implements ResourceType {

  @Override
  public String name() {
    return "aws_iam_role";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(AccountDetails.ACTION, RoleSettings.GET, RoleSettings.LIST));
  }

  @Override
  public boolean global() {
    return true;
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(POLICY, "assume_role_policy", "inline_policy.policy")
        .with(INSTANT, "create_date")
        .withUnobservable("local to Terraform", "force_detach_policies")
        .withParts("inline_policy", InlinePolicies::parts)
        .with(
            Sibling.elements(
                "inline_policy", "aws_iam_role_policy", "role", "id", InlinePolicies::ofRolePolicy))
        .with(managed("aws_iam_role_policy_attachment", "role"))
        .with(managed("aws_iam_policy_attachment", "roles"))
        .with(
            Sibling.elements(
                "managed_policy_arns",
                "aws_iam_role_policy_attachments_exclusive",
                "role_name",
                "id",
                exclusive -> exclusive.at("policy_arns").items()));
  }

  private static Sibling managed(String type, String theirs) {
    return Sibling.elements(
        "managed_policy_arns",
        type,
        theirs,
        "id",
        attachment -> List.of(attachment.at("policy_arn")));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, RoleDetail> details = AccountDetails.of(batch.scope()).roles();
    Map<String, Role> settings =
        RoleSettings.of(batch.scope(), batch.ids().stream().filter(details::containsKey).toList());
    return batch.each(
        recorded -> {
          RoleDetail role = details.get(recorded.id());
          if (role == null) {
            return new Observation.Gone(
                "it is not in the completed listing of " + AccountDetails.ACTION);
          }
          Attributes attributes = observed(batch, role);
          Optional.ofNullable(settings.get(recorded.id()))
              .ifPresent(
                  set ->
                      attributes
                          .put("description", set.description())
                          .put("max_session_duration", set.maxSessionDuration()));
          return attributes.found();
        });
  }

  private static Attributes observed(Batch batch, RoleDetail role) {
    return batch
        .attributes()
        .put("id", role.roleName())
        .put("name", role.roleName())
        .put("arn", role.arn())
        .put("path", role.path())
        .put("unique_id", role.roleId())
        .put("create_date", role.createDate())
        .put("assume_role_policy", PolicyText.decoded(role.assumeRolePolicyDocument()))
        .put(
            "permissions_boundary",
            Optional.ofNullable(role.permissionsBoundary())
                .map(AttachedPermissionsBoundary::permissionsBoundaryArn)
                .orElse(null))
        .put("inline_policy", InlinePolicies.blocks(role.rolePolicyList()))
        .put(
            "managed_policy_arns",
            role.attachedManagedPolicies().stream()
                .map(AttachedPolicy::policyArn)
                .map(Value::of)
                .toList())
        .tags(role.tags());
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return AccountDetails.of(scope).ownRoles().map(RoleDetail::roleName).toList();
  }
}
