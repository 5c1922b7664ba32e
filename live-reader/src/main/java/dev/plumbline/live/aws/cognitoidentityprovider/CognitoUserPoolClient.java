package dev.plumbline.live.aws.cognitoidentityprovider;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TimeUnitsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TokenValidityUnitsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

/**
 * {@code aws_cognito_user_pool_client}, named by its id. The listing has names only: one call each.
 * The client's secret in the answer is never kept.
 */
public final class CognitoUserPoolClient implements ResourceType {

  private static final String DESCRIBE = "cognito-idp:DescribeUserPoolClient";
  private static final String LIST = "cognito-idp:ListUserPoolClients";
  private static final int PAGE = 60;

  @Override
  public String name() {
    return "aws_cognito_user_pool_client";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(DESCRIBE, LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .withUnobservable("a secret, which is never kept", "client_secret")
        .withUnobservable("only said when it is created", "generate_secret");
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_cognito_user_pool", "id", "user_pool_id"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(recorded -> observe(batch, recorded));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    AwsScope scope = batch.scope();
    String pool = UserPools.named(recorded);
    return scope
        .find(
            DESCRIBE,
            UserPools.NOT_FOUND,
            () ->
                UserPools.client(scope)
                    .describeUserPoolClient(r -> r.userPoolId(pool).clientId(recorded.id()))
                    .userPoolClient())
        .<Observation>map(client -> observed(batch, recorded, client))
        .orElseGet(() -> new Observation.Gone(DESCRIBE + " says that the client does not exist"));
  }

  private static Observation observed(
      Batch batch, RecordedResource recorded, UserPoolClientType client) {
    return batch
        .attributes()
        .fromAllBut(client, "client_secret")
        .put("id", client.clientId())
        .put("name", client.clientName())
        .put("allowed_oauth_flows", client.allowedOAuthFlowsAsStrings())
        .put("allowed_oauth_flows_user_pool_client", client.allowedOAuthFlowsUserPoolClient())
        .put("allowed_oauth_scopes", client.allowedOAuthScopes())
        .put("callback_urls", client.callbackURLs())
        .put("logout_urls", client.logoutURLs())
        .put("token_validity_units", units(recorded, client.tokenValidityUnits()))
        .found();
  }

  /** Terraform writes nothing for the default units where nobody asked for them. */
  private static @Nullable Object units(RecordedResource recorded, TokenValidityUnitsType units) {
    Value written = recorded.at("token_validity_units");
    return written.isEmpty() && units != null && isDefault(units) ? written : units;
  }

  private static boolean isDefault(TokenValidityUnitsType units) {
    return units.accessToken() == TimeUnitsType.HOURS
        && units.idToken() == TimeUnitsType.HOURS
        && units.refreshToken() == TimeUnitsType.DAYS;
  }

  /** Those of the pools that are read. */
  @Override
  public List<String> discover(AwsScope scope) {
    List<String> pools = scope.recorded("aws_cognito_user_pool").map(RecordedResource::id).toList();
    return scope.forAll(pools, pool -> importIds(scope, pool)).stream()
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> importIds(AwsScope scope, String pool) {
    return scope
        .find(
            LIST,
            UserPools.NOT_FOUND,
            () ->
                UserPools.client(scope)
                    .listUserPoolClientsPaginator(r -> r.userPoolId(pool).maxResults(PAGE))
                    .stream()
                    .flatMap(page -> page.userPoolClients().stream())
                    .map(client -> pool + "/" + client.clientId())
                    .toList())
        .orElse(List.of());
  }

  @Override
  public List<String> importIds(RecordedResource resource) {
    return List.of(UserPools.named(resource) + "/" + resource.id());
  }
}
