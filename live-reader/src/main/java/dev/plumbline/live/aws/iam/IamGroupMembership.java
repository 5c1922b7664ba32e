package dev.plumbline.live.aws.iam;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Sibling;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * {@code aws_iam_group_membership}: all users of one group. Its id is a name that the code gives;
 * it cannot be imported, and so is never unmanaged.
 */
public final class IamGroupMembership implements ResourceType {

  @Override
  public String name() {
    return "aws_iam_group_membership";
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
  public TypeRules rules() {
    return TypeRules.PLAIN.with(
        Sibling.elements(
            "users",
            "aws_iam_user_group_membership",
            "groups",
            "group",
            membership -> List.of(membership.at("user"))));
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_iam_group", "id", "group"));
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("groupName", "group");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    AccountDetails details = AccountDetails.of(batch.scope());
    return batch.each(
        recorded -> {
          String group = recorded.at("group").text();
          return details.groups().containsKey(group)
              ? batch
                  .attributes()
                  .put("id", recorded.id())
                  .put("name", recorded.at("name"))
                  .put("group", group)
                  .put("users", details.usersOf(group))
                  .found()
              : new Observation.Gone(
                  "the completed listing of %s has no group %s"
                      .formatted(AccountDetails.ACTION, group));
        });
  }
}
