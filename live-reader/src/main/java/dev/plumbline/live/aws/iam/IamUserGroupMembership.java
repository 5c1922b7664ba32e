package dev.plumbline.live.aws.iam;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.iam.model.UserDetail;

/**
 * {@code aws_iam_user_group_membership}: some groups of one user. It owns only the groups it names;
 * what else the user is in is another's. Its id is made up by the provider.
 */
public final class IamUserGroupMembership implements ResourceType {

  @Override
  public String name() {
    return "aws_iam_user_group_membership";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(AccountDetails.ACTION));
  }

  @Override
  public boolean global() {
    return true;
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_iam_user", "id", "user"));
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("userName", "user");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, UserDetail> users = AccountDetails.of(batch.scope()).users();
    return batch.each(
        recorded -> {
          String name = recorded.at("user").text();
          return Optional.ofNullable(users.get(name))
              .map(user -> found(batch, recorded, user))
              .orElseGet(
                  () ->
                      new Observation.Gone(
                          "the completed listing of %s has no user %s"
                              .formatted(AccountDetails.ACTION, name)));
        });
  }

  private static Observation found(Batch batch, RecordedResource recorded, UserDetail user) {
    Set<String> named =
        recorded.at("groups").items().stream().map(Value::text).collect(Collectors.toSet());
    return batch
        .attributes()
        .put("id", recorded.id())
        .put("user", user.userName())
        .put("groups", user.groupList().stream().filter(named::contains).toList())
        .found();
  }

  /** Memberships in groups that no membership of whole groups in the state tells of. */
  @Override
  public List<String> discover(AwsScope scope) {
    Set<String> told =
        scope
            .recorded("aws_iam_group_membership")
            .map(membership -> membership.at("group").text())
            .collect(Collectors.toSet());
    return AccountDetails.of(scope).users().values().stream()
        .flatMap(
            user ->
                user.groupList().stream()
                    .filter(group -> !told.contains(group))
                    .map(group -> importId(user.userName(), group)))
        .toList();
  }

  @Override
  public List<String> importIds(RecordedResource resource) {
    return resource.at("groups").items().stream()
        .map(group -> importId(resource.at("user").text(), group.text()))
        .toList();
  }

  private static String importId(String user, String group) {
    return user + "/" + group;
  }
}
