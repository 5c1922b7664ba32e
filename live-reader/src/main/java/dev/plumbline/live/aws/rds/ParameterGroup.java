package dev.plumbline.live.aws.rds;

import static dev.plumbline.engine.Meaning.CASE_INSENSITIVE;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.TagIndex;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.Parameter;

/**
 * A type of parameter group, of instances or of clusters, named by its name: one listing for all of
 * them, then the parameters and tags of each.
 */
abstract class ParameterGroup implements ResourceType {

  private final String name;
  private final String describe;
  private final String parameters;

  /**
   * A type.
   *
   * @param describe the IAM action of listing the groups
   * @param parameters the IAM action of listing one's parameters
   */
  ParameterGroup(String name, String describe, String parameters) {
    this.name = name;
    this.describe = describe;
    this.parameters = parameters;
  }

  /** What the listing tells of a group. */
  record Group(String name, String arn, String family, String description) {}

  /** Lists all groups. */
  abstract List<Group> groups(RdsClient rds);

  /** Lists a group's parameters, of one source or, where that is null, all of them. */
  abstract List<Parameter> parameters(RdsClient rds, String group, @Nullable String source);

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final SortedSet<String> actions() {
    return new TreeSet<>(Set.of(describe, parameters, Rds.TAGS, TagIndex.ACTION));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.with(CASE_INSENSITIVE, "parameter.name", "parameter.apply_method");
  }

  @Override
  public final List<Observation> observe(Batch batch) {
    Map<String, Group> groups = listed(batch.scope());
    return batch.each(recorded -> observed(batch, recorded, groups.get(recorded.id())));
  }

  private Observation observed(Batch batch, RecordedResource recorded, @Nullable Group group) {
    if (group == null) {
      return new Observation.Gone("it is not in the completed listing of " + describe);
    }
    AwsScope scope = batch.scope();
    return batch
        .attributes()
        .put("id", group.name())
        .put("name", group.name())
        .put("arn", group.arn())
        .put("description", group.description())
        .put("family", group.family())
        .put(
            "parameter",
            ParameterBlocks.of(
                recorded,
                () -> asked(scope, group.name(), ParameterBlocks.SET),
                () -> asked(scope, group.name(), null)))
        .tags(Rds.tags(scope, group.arn()))
        .found();
  }

  private List<Parameter> asked(AwsScope scope, String group, @Nullable String source) {
    return scope.call(parameters, () -> parameters(Rds.client(scope), group, source));
  }

  private Map<String, Group> listed(AwsScope scope) {
    return Rds.listed(scope, describe, () -> groups(Rds.client(scope)), Group::name);
  }

  @Override
  public final List<String> discover(AwsScope scope) {
    return listed(scope).values().stream()
        .filter(group -> Rds.own(group.family()) && !group.name().startsWith("default"))
        .map(Group::name)
        .sorted()
        .toList();
  }
}
