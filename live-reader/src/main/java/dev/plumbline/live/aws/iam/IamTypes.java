package dev.plumbline.live.aws.iam;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of IAM, with what makes each reader. */
public final class IamTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_iam_policy", IamPolicy::new),
          Map.entry("aws_iam_role", IamRole::new),
          Map.entry("aws_iam_role_policy", IamRolePolicy::new),
          Map.entry("aws_iam_role_policy_attachment", IamRolePolicyAttachment::new));

  private IamTypes() {}
}
