package dev.plumbline.live.aws.cognitoidentityprovider;

import static dev.plumbline.engine.Meaning.UNORDERED;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceServerType;

/**
 * {@code aws_cognito_resource_server}, named by its pool and, behind a bar, its identifier. All
 * servers of a pool are one listing.
 */
public final class CognitoResourceServer implements ResourceType {

  @Override
  public String name() {
    return "aws_cognito_resource_server";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(UserPools.SERVERS, UserPools.DESCRIBE));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.with(UNORDERED, "scope_identifiers");
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
    String pool = UserPools.named(recorded);
    String server = recorded.id().substring(recorded.id().indexOf('|') + 1);
    if (UserPools.gone(batch.scope(), pool)) {
      return new Observation.Gone(UserPools.DESCRIBE + " says that its pool does not exist");
    }
    return UserPools.servers(batch.scope(), pool)
        .flatMap(all -> all.stream().filter(each -> each.identifier().equals(server)).findFirst())
        .<Observation>map(found -> observed(batch, pool, found))
        .orElseGet(
            () ->
                new Observation.Gone(
                    "%s has no server %s of the pool %s"
                        .formatted(UserPools.SERVERS, server, pool)));
  }

  private static Observation observed(Batch batch, String pool, ResourceServerType server) {
    return batch
        .attributes()
        .from(server)
        .put("id", importId(pool, server))
        .put("scope", server.scopes())
        .put(
            "scope_identifiers",
            server.scopes().stream()
                .map(scope -> server.identifier() + "/" + scope.scopeName())
                .toList())
        .found();
  }

  /** Those of pools whose servers are read. */
  @Override
  public List<String> discover(AwsScope scope) {
    List<String> pools =
        UserPools.of(scope, "aws_cognito_resource_server").stream()
            .filter(pool -> !UserPools.gone(scope, pool))
            .toList();
    return scope.forAll(pools, pool -> importIds(scope, pool)).stream()
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> importIds(AwsScope scope, String pool) {
    return UserPools.servers(scope, pool).orElse(List.of()).stream()
        .map(server -> importId(pool, server))
        .toList();
  }

  private static String importId(String pool, ResourceServerType server) {
    return pool + "|" + server.identifier();
  }
}
