package dev.plumbline.live.aws.iam;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.iam.model.AttachedPermissionsBoundary;
import software.amazon.awssdk.services.iam.model.UserDetail;

/** {@code aws_iam_user}, named by its name. */
public final class IamUser implements ResourceType {

  @Override
  public String name() {
    return "aws_iam_user";
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
    return TypeRules.PLAIN.withUnobservable("local to Terraform", "force_destroy");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, UserDetail> users = AccountDetails.of(batch.scope()).users();
    return batch.each(
        recorded ->
            Optional.ofNullable(users.get(recorded.id()))
                .map(user -> found(batch, user))
                .orElseGet(
                    () ->
                        new Observation.Gone(
                            "it is not in the completed listing of " + AccountDetails.ACTION)));
  }

  private static Observation found(Batch batch, UserDetail user) {
    return batch
        .attributes()
        .put("id", user.userName())
        .put("name", user.userName())
        .put("arn", user.arn())
        .put("path", user.path())
        .put("unique_id", user.userId())
        .put(
            "permissions_boundary",
            Optional.ofNullable(user.permissionsBoundary())
                .map(AttachedPermissionsBoundary::permissionsBoundaryArn)
                .orElse(null))
        .tags(user.tags())
        .found();
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return List.copyOf(AccountDetails.of(scope).users().keySet());
  }
}
