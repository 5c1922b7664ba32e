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
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.RoleDetail;

/**
 * What IAM tells of a whole account in one listing: its roles with their inline and attached
 * policies, and its own managed policies with their documents. Asked for once a scan, with only the
 * kinds that are wanted.
 *
 * @param roles by name
 * @param policies by ARN
 */
record AccountDetails(Map<String, RoleDetail> roles, Map<String, ManagedPolicyDetail> policies) {

  static final String ACTION = "iam:GetAccountAuthorizationDetails";

  /** Roles that AWS makes and keeps for its services and for IAM Identity Center. */
  private static final List<String> OF_AWS = List.of("/aws-service-role/", "/aws-reserved/");

  private static final int PAGE = 1_000;

  static AccountDetails of(AwsScope scope) {
    return scope.shared(ACTION, () -> list(scope));
  }

  /** The roles that people and their code made. */
  Stream<RoleDetail> ownRoles() {
    return roles.values().stream()
        .filter(role -> OF_AWS.stream().noneMatch(path -> role.path().startsWith(path)));
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
    Map<String, RoleDetail> roles = new LinkedHashMap<>();
    Map<String, ManagedPolicyDetail> policies = new LinkedHashMap<>();
    for (GetAccountAuthorizationDetailsResponse page : pages) {
      page.roleDetailList().forEach(role -> roles.put(role.roleName(), role));
      page.policies().forEach(policy -> policies.put(policy.arn(), policy));
    }
    return new AccountDetails(roles, policies);
  }

  private static Set<EntityType> kinds(AwsScope scope) {
    Set<EntityType> kinds = EnumSet.noneOf(EntityType.class);
    if (scope.discovering()
        || scope
            .recorded("aws_iam_role", "aws_iam_role_policy", "aws_iam_role_policy_attachment")
            .findAny()
            .isPresent()) {
      kinds.add(EntityType.ROLE);
    }
    if (scope.discovering() || scope.recorded("aws_iam_policy").findAny().isPresent()) {
      kinds.add(EntityType.LOCAL_MANAGED_POLICY);
    }
    return kinds;
  }
}
