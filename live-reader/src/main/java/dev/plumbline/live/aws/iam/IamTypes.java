package dev.plumbline.live.aws.iam;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of IAM, with what makes each reader. */
public final class IamTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_iam_access_key", IamAccessKey::new),
          Map.entry("aws_iam_group", IamGroup::new),
          Map.entry("aws_iam_group_membership", IamGroupMembership::new),
          Map.entry("aws_iam_group_policy", IamGroupPolicy::new),
          Map.entry("aws_iam_group_policy_attachment", IamGroupPolicyAttachment::new),
          Map.entry("aws_iam_instance_profile", IamInstanceProfile::new),
          Map.entry("aws_iam_openid_connect_provider", IamOpenidConnectProvider::new),
          Map.entry("aws_iam_policy", IamPolicy::new),
          Map.entry("aws_iam_policy_attachment", IamPolicyAttachment::new),
          Map.entry("aws_iam_role", IamRole::new),
          Map.entry("aws_iam_role_policy", IamRolePolicy::new),
          Map.entry("aws_iam_role_policy_attachment", IamRolePolicyAttachment::new),
          Map.entry("aws_iam_user", IamUser::new),
          Map.entry("aws_iam_user_group_membership", IamUserGroupMembership::new),
          Map.entry("aws_iam_user_policy", IamUserPolicy::new),
          Map.entry("aws_iam_user_policy_attachment", IamUserPolicyAttachment::new));

  private IamTypes() {}
}
