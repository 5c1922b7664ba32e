package dev.plumbline.live.aws.iam;

import dev.plumbline.live.aws.AwsScope;
import java.util.stream.Stream;

/** {@code aws_iam_role_policy_attachment}: one managed policy attached to one role. */
public final class IamRolePolicyAttachment extends HeldAttachment {

  public IamRolePolicyAttachment() {
    super(PolicyHolders.ROLES);
  }

  @Override
  Stream<String> ofHolders(AwsScope scope) {
    return scope
        .recorded("aws_iam_role")
        .flatMap(
            role ->
                role.at("managed_policy_arns").items().stream()
                    .map(policy -> importId(role.id(), policy.text())));
  }
}
