package dev.plumbline.live.aws.iam;

import dev.plumbline.live.aws.AwsScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.iam.model.Role;

/**
 * Descriptions and session durations, which {@link AccountDetails} lacks: a listing of all roles
 * has them, and so has each role's own answer, which costs less for a few.
 */
final class RoleSettings {

  static final String GET = "iam:GetRole";
  static final String LIST = "iam:ListRoles";

  /** As many pages as the listing has in a large account. */
  private static final int FEW = 3;

  private static final int PAGE = 1_000;

  private RoleSettings() {}

  /** The roles of these names that exist, by name. */
  static Map<String, Role> of(AwsScope scope, List<String> names) {
    Map<String, Role> roles = new HashMap<>();
    if (names.size() > FEW) {
      all(scope).forEach(role -> roles.put(role.roleName(), role));
    } else {
      scope
          .forAll(
              names,
              name ->
                  scope.find(
                      GET,
                      Set.of("NoSuchEntity"),
                      () -> AccountDetails.client(scope).getRole(r -> r.roleName(name)).role()))
          .forEach(found -> found.ifPresent(role -> roles.put(role.roleName(), role)));
    }
    return roles;
  }

  private static List<Role> all(AwsScope scope) {
    return scope.call(
        LIST,
        () ->
            AccountDetails.client(scope).listRolesPaginator(r -> r.maxItems(PAGE)).roles().stream()
                .toList());
  }
}
