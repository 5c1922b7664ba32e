package dev.plumbline.live.aws.iam;

/** {@code aws_iam_user_policy_attachment}: one managed policy attached to one user. */
public final class IamUserPolicyAttachment extends HeldAttachment {

  public IamUserPolicyAttachment() {
    super(PolicyHolders.USERS);
  }
}
