package dev.plumbline.live.aws.iam;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.iam.model.GroupDetail;

/** {@code aws_iam_group}, named by its name. */
public final class IamGroup implements ResourceType {

  @Override
  public String name() {
    return "aws_iam_group";
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
  public List<Observation> observe(Batch batch) {
    Map<String, GroupDetail> groups = AccountDetails.of(batch.scope()).groups();
    return batch.each(
        recorded ->
            Optional.ofNullable(groups.get(recorded.id()))
                .map(group -> found(batch, group))
                .orElseGet(
                    () ->
                        new Observation.Gone(
                            "it is not in the completed listing of " + AccountDetails.ACTION)));
  }

  private static Observation found(Batch batch, GroupDetail group) {
    return batch
        .attributes()
        .put("id", group.groupName())
        .put("name", group.groupName())
        .put("arn", group.arn())
        .put("path", group.path())
        .put("unique_id", group.groupId())
        .found();
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return List.copyOf(AccountDetails.of(scope).groups().keySet());
  }
}
