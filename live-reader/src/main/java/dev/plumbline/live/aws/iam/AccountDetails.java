package dev.plumbline.live.aws.iam;

import dev.plumbline.live.aws.AwsScope;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.GroupDetail;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.UserDetail;

/**
 * What IAM tells of a whole account in one listing: its users, groups and roles with their inline
 * and attached policies, and its own managed policies with their documents. Asked for once a scan,
 * with only the kinds that are wanted.
 *
 * @param users by name
 * @param groups by name
 * @param roles by name
 * @param policies by ARN
 */
record AccountDetails(
    Map<String, UserDetail> users,
    Map<String, GroupDetail> groups,
    Map<String, RoleDetail> roles,
    Map<String, ManagedPolicyDetail> policies) {

  static final String ACTION = "iam:GetAccountAuthorizationDetails";

  /** Roles that AWS makes and keeps for its services and for IAM Identity Center. */
  private static final List<String> OF_AWS = List.of("/aws-service-role/", "/aws-reserved/");

  private static final int PAGE = 1_000;

  /** The types whose reading needs each kind. */
  private static final Map<EntityType, List<String>> NEEDED_BY =
      Map.of(
          EntityType.USER,
          List.of(
              "aws_iam_group_membership",
              "aws_iam_policy_attachment",
              "aws_iam_user",
              "aws_iam_user_group_membership",
              "aws_iam_user_policy",
              "aws_iam_user_policy_attachment"),
          EntityType.GROUP,
          List.of(
              "aws_iam_group",
              "aws_iam_group_membership",
              "aws_iam_group_policy",
              "aws_iam_group_policy_attachment",
              "aws_iam_policy_attachment"),
          EntityType.ROLE,
          List.of(
              "aws_iam_policy_attachment",
              "aws_iam_role",
              "aws_iam_role_policy",
              "aws_iam_role_policy_attachment"),
          EntityType.LOCAL_MANAGED_POLICY,
          List.of("aws_iam_policy"));

  static AccountDetails of(AwsScope scope) {
    return scope.shared(ACTION, () -> list(scope));
  }

  /** The roles that people and their code made. */
  Stream<RoleDetail> ownRoles() {
    return roles.values().stream()
        .filter(role -> OF_AWS.stream().noneMatch(path -> role.path().startsWith(path)));
  }

  /** The names of a group's users. */
  List<String> usersOf(String group) {
    return users.values().stream()
        .filter(user -> user.groupList().contains(group))
        .map(UserDetail::userName)
        .toList();
  }

  static IamClient client(AwsScope scope) {
    return scope.client(IamClient.class, IamClient::builder);
  }

  private static AccountDetails list(AwsScope scope) {
    Set<EntityType> kinds = kinds(scope);
    List<GetAccountAuthorizationDetailsResponse> pages =
        scope.call(
            ACTION,
            () ->
                client(scope)
                    .getAccountAuthorizationDetailsPaginator(r -> r.filter(kinds).maxItems(PAGE))
                    .stream()
                    .toList());
    AccountDetails details =
        new AccountDetails(
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>());
    for (GetAccountAuthorizationDetailsResponse page : pages) {
      page.userDetailList().forEach(user -> details.users.put(user.userName(), user));
      page.groupDetailList().forEach(group -> details.groups.put(group.groupName(), group));
      page.roleDetailList().forEach(role -> details.roles.put(role.roleName(), role));
      page.policies().forEach(policy -> details.policies.put(policy.arn(), policy));
    }
    return details;
  }

  private static Set<EntityType> kinds(AwsScope scope) {
    Set<EntityType> kinds = EnumSet.noneOf(EntityType.class);
    NEEDED_BY.forEach(
        (kind, types) -> {
          String[] needing = types.toArray(String[]::new);
          if (scope.discovering() || scope.recorded(needing).findAny().isPresent()) {
            kinds.add(kind);
          }
        });
    return kinds;
  }
}
