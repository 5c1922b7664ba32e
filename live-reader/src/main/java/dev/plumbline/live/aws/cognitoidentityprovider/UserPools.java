package dev.plumbline.live.aws.cognitoidentityprovider;

import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceServerType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/**
 * What Cognito tells of a user pool and lists of what belongs to it, asked for once a scan for all
 * that is recorded of the pool; empty where Cognito says that the pool does not exist.
 */
final class UserPools {

  static final String DESCRIBE = "cognito-idp:DescribeUserPool";
  static final String GROUPS = "cognito-idp:ListGroups";
  static final String SERVERS = "cognito-idp:ListResourceServers";
  private static final int GROUPS_PAGE = 60;
  private static final int SERVERS_PAGE = 50;

  static final Set<String> NOT_FOUND = Set.of("ResourceNotFoundException");

  private UserPools() {}

  static CognitoIdentityProviderClient client(AwsScope scope) {
    return scope.client(
        CognitoIdentityProviderClient.class, CognitoIdentityProviderClient::builder);
  }

  static Optional<UserPoolType> pool(AwsScope scope, String pool) {
    return scope.shared(
        DESCRIBE + " " + pool,
        () ->
            scope.find(
                DESCRIBE,
                NOT_FOUND,
                () -> client(scope).describeUserPool(r -> r.userPoolId(pool)).userPool()));
  }

  /**
   * Whether a pool that is described anyway does not exist; nothing of it needs to be asked for.
   */
  static boolean gone(AwsScope scope, String pool) {
    return scope.recorded("aws_cognito_user_pool").anyMatch(each -> each.id().equals(pool))
        && pool(scope, pool).isEmpty();
  }

  static Optional<List<GroupType>> groups(AwsScope scope, String pool) {
    return scope.shared(
        GROUPS + " " + pool,
        () ->
            scope.find(
                GROUPS,
                NOT_FOUND,
                () ->
                    client(scope)
                        .listGroupsPaginator(r -> r.userPoolId(pool).limit(GROUPS_PAGE))
                        .groups()
                        .stream()
                        .toList()));
  }

  static Optional<List<ResourceServerType>> servers(AwsScope scope, String pool) {
    return scope.shared(
        SERVERS + " " + pool,
        () ->
            scope.find(
                SERVERS,
                NOT_FOUND,
                () ->
                    client(scope)
                        .listResourceServersPaginator(
                            r -> r.userPoolId(pool).maxResults(SERVERS_PAGE))
                        .stream()
                        .flatMap(page -> page.resourceServers().stream())
                        .toList()));
  }

  /** The pools that the recorded resources of that type belong to. */
  static List<String> of(AwsScope scope, String type) {
    return scope.recorded(type).map(UserPools::named).distinct().toList();
  }

  /** The pool that a resource of a pool's names. */
  static String named(RecordedResource resource) {
    return resource.at("user_pool_id").text();
  }
}
