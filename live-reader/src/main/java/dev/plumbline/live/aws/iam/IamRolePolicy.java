package dev.plumbline.live.aws.iam;

import static dev.plumbline.engine.Meaning.POLICY;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
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
import java.util.stream.Collectors;
import software.amazon.awssdk.services.iam.model.PolicyDetail;
import software.amazon.awssdk.services.iam.model.RoleDetail;

/** {@code aws_iam_role_policy}: a role's inline policy, its id {@code role:name}. */
public final class IamRolePolicy implements ResourceType {

  @Override
  public String name() {
    return "aws_iam_role_policy";
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
    return TypeRules.PLAIN.with(POLICY, "policy");
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_iam_role", "id", "role"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, RoleDetail> roles = AccountDetails.of(batch.scope()).roles();
    return batch.each(recorded -> observe(batch, recorded, roles));
  }

  private static Observation observe(
      Batch batch, RecordedResource recorded, Map<String, RoleDetail> roles) {
    String id = recorded.id();
    String roleName = id.substring(0, Math.max(0, id.indexOf(':')));
    String name = id.substring(id.indexOf(':') + 1);
    return Optional.ofNullable(roles.get(roleName)).stream()
        .flatMap(role -> role.rolePolicyList().stream())
        .filter(policy -> policy.policyName().equals(name))
        .findFirst()
        .<Observation>map(
            policy ->
                batch
                    .attributes()
                    .put("id", id)
                    .put("role", roleName)
                    .put("name", name)
                    .put("policy", PolicyText.decoded(policy.policyDocument()))
                    .found())
        .orElseGet(
            () ->
                new Observation.Gone(
                    "the completed listing of %s has no inline policy %s of a role %s"
                        .formatted(AccountDetails.ACTION, name, roleName)));
  }

  /** Those that no role of the state holds as an {@code inline_policy} of its own. */
  @Override
  public List<String> discover(AwsScope scope) {
    Set<String> ofRoles =
        scope
            .recorded("aws_iam_role")
            .flatMap(
                role ->
                    role.at("inline_policy").items().stream()
                        .map(policy -> id(role.id(), policy.at("name").text())))
            .collect(Collectors.toSet());
    return AccountDetails.of(scope)
        .ownRoles()
        .flatMap(
            role ->
                role.rolePolicyList().stream()
                    .map(PolicyDetail::policyName)
                    .map(name -> id(role.roleName(), name)))
        .filter(id -> !ofRoles.contains(id))
        .toList();
  }

  private static String id(String role, String name) {
    return role + ":" + name;
  }
}
