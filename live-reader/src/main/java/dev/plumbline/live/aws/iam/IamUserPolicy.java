package dev.plumbline.live.aws.iam;

/** {@code aws_iam_user_policy}: a user's inline policy, its id {@code user:name}. */
public final class IamUserPolicy extends HeldPolicy {

  public IamUserPolicy() {
    super(PolicyHolders.USERS);
  }
}
