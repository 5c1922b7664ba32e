package dev.plumbline.live.aws.cognitoidentityprovider;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;

/**
 * {@code aws_cognito_user_group}, named by its pool and, behind a slash, its name. All groups of a
 * pool are one listing.
 */
public final class CognitoUserGroup implements ResourceType {

  @Override
  public String name() {
    return "aws_cognito_user_group";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(UserPools.GROUPS));
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
    String name = recorded.id().substring(recorded.id().indexOf('/') + 1);
    return UserPools.groups(batch.scope(), pool)
        .flatMap(all -> all.stream().filter(each -> each.groupName().equals(name)).findFirst())
        .<Observation>map(
            group ->
                batch
                    .attributes()
                    .from(group)
                    .put("id", importId(pool, group))
                    .put("name", group.groupName())
                    .found())
        .orElseGet(
            () ->
                new Observation.Gone(
                    "%s has no group %s of the pool %s".formatted(UserPools.GROUPS, name, pool)));
  }

  /** Those of pools whose groups are read, but for what Cognito makes for an identity provider. */
  @Override
  public List<String> discover(AwsScope scope) {
    List<String> pools = UserPools.of(scope, "aws_cognito_user_group");
    return scope.forAll(pools, pool -> importIds(scope, pool)).stream()
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> importIds(AwsScope scope, String pool) {
    return UserPools.groups(scope, pool).orElse(List.of()).stream()
        .filter(group -> !group.groupName().startsWith(pool + "_"))
        .map(group -> importId(pool, group))
        .toList();
  }

  private static String importId(String pool, GroupType group) {
    return pool + "/" + group.groupName();
  }
}
