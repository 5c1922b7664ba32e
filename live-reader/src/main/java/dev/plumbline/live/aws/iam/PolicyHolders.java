package dev.plumbline.live.aws.iam;

import dev.plumbline.live.aws.AwsScope;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.PolicyDetail;
import software.amazon.awssdk.services.iam.model.RoleDetail;

/**
 * Users, groups or roles, as those that policies are attached to or inside of.
 *
 * @param kind what Terraform calls one: {@code user}
 * @param all all of an account
 * @param own those that people and their code made
 */
record PolicyHolders(
    String kind,
    Function<AccountDetails, Stream<Holder>> all,
    Function<AccountDetails, Stream<Holder>> own) {

  static final PolicyHolders USERS = new PolicyHolders("user", PolicyHolders::users);
  static final PolicyHolders GROUPS = new PolicyHolders("group", PolicyHolders::groups);
  static final PolicyHolders ROLES =
      new PolicyHolders("role", PolicyHolders::roles, PolicyHolders::ownRoles);

  private PolicyHolders(String kind, Function<AccountDetails, Stream<Holder>> all) {
    this(kind, all, all);
  }

  /** One user, group or role. */
  record Holder(String name, List<PolicyDetail> inline, List<AttachedPolicy> attached) {}

  /** All of the account, by name. */
  Map<String, Holder> byName(AwsScope scope) {
    return all.apply(AccountDetails.of(scope))
        .collect(Collectors.toMap(Holder::name, Function.identity()));
  }

  /** Those that people and their code made. */
  Stream<Holder> own(AwsScope scope) {
    return own.apply(AccountDetails.of(scope));
  }

  private static Stream<Holder> users(AccountDetails details) {
    return details.users().values().stream()
        .map(
            user ->
                new Holder(user.userName(), user.userPolicyList(), user.attachedManagedPolicies()));
  }

  private static Stream<Holder> groups(AccountDetails details) {
    return details.groups().values().stream()
        .map(
            group ->
                new Holder(
                    group.groupName(), group.groupPolicyList(), group.attachedManagedPolicies()));
  }

  private static Stream<Holder> roles(AccountDetails details) {
    return details.roles().values().stream().map(PolicyHolders::role);
  }

  private static Stream<Holder> ownRoles(AccountDetails details) {
    return details.ownRoles().map(PolicyHolders::role);
  }

  private static Holder role(RoleDetail role) {
    return new Holder(role.roleName(), role.rolePolicyList(), role.attachedManagedPolicies());
  }
}
