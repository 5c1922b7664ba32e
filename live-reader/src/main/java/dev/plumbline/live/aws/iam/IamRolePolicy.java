package dev.plumbline.live.aws.iam;

import dev.plumbline.live.aws.AwsScope;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code aws_iam_role_policy}: a role's inline policy, its id {@code role:name}. */
public final class IamRolePolicy extends HeldPolicy {

  public IamRolePolicy() {
    super(PolicyHolders.ROLES);
  }

  /** Those that a role of the state holds as an {@code inline_policy} of its own. */
  @Override
  Set<String> ofHolders(AwsScope scope) {
    return scope
        .recorded("aws_iam_role")
        .flatMap(
            role ->
                role.at("inline_policy").items().stream()
                    .map(policy -> id(role.id(), policy.at("name").text())))
        .collect(Collectors.toSet());
  }
}
