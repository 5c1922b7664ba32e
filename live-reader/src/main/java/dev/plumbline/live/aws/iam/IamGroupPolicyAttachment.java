package dev.plumbline.live.aws.iam;

/** {@code aws_iam_group_policy_attachment}: one managed policy attached to one group. */
public final class IamGroupPolicyAttachment extends HeldAttachment {

  public IamGroupPolicyAttachment() {
    super(PolicyHolders.GROUPS);
  }
}
