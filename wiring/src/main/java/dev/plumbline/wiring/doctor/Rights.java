package dev.plumbline.wiring.doctor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.GroupDetail;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyVersion;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.UserDetail;

/**
 * The policies of an account's users and roles, as {@code GetAccountAuthorizationDetails} tells
 * them. Boundaries, sessions' policies and the organisation's are not part of it.
 *
 * @param byPrincipal by the ARN of the user or role
 */
record Rights(SortedMap<String, List<PolicyDocument>> byPrincipal) {

  static Rights of(Iterable<GetAccountAuthorizationDetailsResponse> pages) {
    Gathered all = new Gathered();
    pages.forEach(all::add);
    return new Rights(all.byPrincipal());
  }

  /** Who may do that, as far as their policies tell. */
  List<String> allowed(String action, String resource) {
    return byPrincipal.entrySet().stream()
        .filter(each -> each.getValue().stream().anyMatch(it -> it.allows(action, resource)))
        .filter(each -> each.getValue().stream().noneMatch(it -> it.denies(action, resource)))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What several pages tell: a role's policy may come on another page than the role. */
  private static final class Gathered {

    private final Map<String, PolicyDocument> managed = new HashMap<>();
    private final Map<String, GroupDetail> groups = new HashMap<>();
    private final List<UserDetail> users = new ArrayList<>();
    private final List<RoleDetail> roles = new ArrayList<>();

    void add(GetAccountAuthorizationDetailsResponse page) {
      page.policies().forEach(each -> managed.put(each.arn(), current(each)));
      page.groupDetailList().forEach(each -> groups.put(each.groupName(), each));
      users.addAll(page.userDetailList());
      roles.addAll(page.roleDetailList());
    }

    SortedMap<String, List<PolicyDocument>> byPrincipal() {
      SortedMap<String, List<PolicyDocument>> all = new TreeMap<>();
      roles.forEach(
          each ->
              all.put(each.arn(), policies(each.rolePolicyList(), each.attachedManagedPolicies())));
      for (UserDetail user : users) {
        List<PolicyDocument> policies =
            new ArrayList<>(policies(user.userPolicyList(), user.attachedManagedPolicies()));
        user.groupList().stream()
            .filter(groups::containsKey)
            .map(groups::get)
            .forEach(
                it ->
                    policies.addAll(policies(it.groupPolicyList(), it.attachedManagedPolicies())));
        all.put(user.arn(), policies);
      }
      return all;
    }

    private List<PolicyDocument> policies(List<PolicyDetail> own, List<AttachedPolicy> attached) {
      return Stream.concat(
              own.stream().map(each -> PolicyDocument.of(each.policyDocument())),
              attached.stream()
                  .map(AttachedPolicy::policyArn)
                  .filter(managed::containsKey)
                  .map(managed::get))
          .toList();
    }

    private static PolicyDocument current(ManagedPolicyDetail policy) {
      return policy.policyVersionList().stream()
          .filter(each -> Boolean.TRUE.equals(each.isDefaultVersion()))
          .map(PolicyVersion::document)
          .findFirst()
          .map(PolicyDocument::of)
          .orElseGet(() -> new PolicyDocument(List.of()));
    }
  }
}
