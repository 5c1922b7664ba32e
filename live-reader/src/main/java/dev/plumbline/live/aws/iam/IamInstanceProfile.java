package dev.plumbline.live.aws.iam;

import static dev.plumbline.engine.Meaning.INSTANT;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.Role;

/**
 * {@code aws_iam_instance_profile}, named by its name. Its tags are only in its own answer; which
 * ones there are comes with the roles of {@link AccountDetails}.
 */
public final class IamInstanceProfile implements ResourceType {

  private static final String GET = "iam:GetInstanceProfile";

  @Override
  public String name() {
    return "aws_iam_instance_profile";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(GET, AccountDetails.ACTION));
  }

  @Override
  public boolean global() {
    return true;
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.with(INSTANT, "create_date");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(profile -> observe(batch, profile));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    AwsScope scope = batch.scope();
    return scope
        .find(
            GET,
            Set.of("NoSuchEntity"),
            () ->
                AccountDetails.client(scope)
                    .getInstanceProfile(r -> r.instanceProfileName(recorded.id()))
                    .instanceProfile())
        .map(profile -> found(batch, profile))
        .orElseGet(() -> new Observation.Gone(GET + " says that the profile does not exist"));
  }

  private static Observation found(Batch batch, InstanceProfile profile) {
    return batch
        .attributes()
        .put("id", profile.instanceProfileName())
        .put("name", profile.instanceProfileName())
        .put("arn", profile.arn())
        .put("path", profile.path())
        .put("unique_id", profile.instanceProfileId())
        .put("create_date", profile.createDate())
        .put("role", profile.roles().stream().map(Role::roleName).findFirst().orElse(null))
        .tags(profile.tags())
        .found();
  }

  /** Those that hold a role: an empty one lends nobody anything. */
  @Override
  public List<String> discover(AwsScope scope) {
    return AccountDetails.of(scope)
        .ownRoles()
        .flatMap(role -> role.instanceProfileList().stream())
        .map(InstanceProfile::instanceProfileName)
        .toList();
  }
}
