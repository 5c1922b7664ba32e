package dev.plumbline.live.aws.iam;

/** {@code aws_iam_group_policy}: a group's inline policy, its id {@code group:name}. */
public final class IamGroupPolicy extends HeldPolicy {

  public IamGroupPolicy() {
    super(PolicyHolders.GROUPS);
  }
}
