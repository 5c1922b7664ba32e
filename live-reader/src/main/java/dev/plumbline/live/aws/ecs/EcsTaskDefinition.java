package dev.plumbline.live.aws.ecs;

import dev.plumbline.engine.Meaning;
import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ReadFailure;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.SortOrder;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionField;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;

/**
 * {@code aws_ecs_task_definition}: one revision of a family, named by the family, imported by the
 * revision's ARN. ECS has no call for several.
 */
public final class EcsTaskDefinition implements ResourceType {

  private static final String DESCRIBE = "ecs:DescribeTaskDefinition";
  private static final String LIST = "ecs:ListTaskDefinitions";

  /** What ECS answers for one that it does not know, and for much else besides. */
  private static final Set<String> REFUSED = Set.of("ClientException");

  private static final Set<TaskDefinitionStatus> DEREGISTERED =
      Set.of(TaskDefinitionStatus.INACTIVE, TaskDefinitionStatus.DELETE_IN_PROGRESS);

  @Override
  public String name() {
    return "aws_ecs_task_definition";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(DESCRIBE, LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(Meaning.JSON, "container_definitions")
        .withUnobservable("local to Terraform", "skip_destroy", "track_latest");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(recorded -> observe(batch, recorded));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    AwsScope scope = batch.scope();
    return scope
        .find(
            DESCRIBE,
            REFUSED,
            () ->
                EcsClusters.client(scope)
                    .describeTaskDefinition(
                        r -> r.taskDefinition(wanted(recorded)).include(TaskDefinitionField.TAGS)))
        .map(answer -> observed(batch, recorded, answer))
        .orElseGet(() -> refused(scope, recorded));
  }

  /** The revision that was recorded; the family's latest where the code says to follow it. */
  private static String wanted(RecordedResource recorded) {
    boolean latest = recorded.at("track_latest").equals(Value.of(true));
    return recorded.at(latest ? "family" : "arn").text();
  }

  private static Observation observed(
      Batch batch, RecordedResource recorded, DescribeTaskDefinitionResponse answer) {
    TaskDefinitionStatus status = answer.taskDefinition().status();
    return status != null && DEREGISTERED.contains(status)
        ? new Observation.Gone(DESCRIBE + " says that the revision is " + status)
        : TaskDefinitionAttributes.of(batch.attributes(), recorded, answer.taskDefinition())
            .tags(answer.tags())
            .found();
  }

  /** A refusal alone proves nothing: only the completed listing of its family does. */
  private static Observation refused(AwsScope scope, RecordedResource recorded) {
    String family = recorded.at("family").text();
    List<String> active = active(scope, family.isEmpty() ? recorded.id() : family);
    boolean there =
        active.stream()
            .anyMatch(arn -> arn.equals(wanted(recorded)) || family(arn).equals(wanted(recorded)));
    return there
        ? new Observation.Unreadable(
            DESCRIBE, DESCRIBE + " refused to answer about an active revision. Scan again later.")
        : new Observation.Gone("it is not in the completed listing of " + LIST + " for its family");
  }

  private static List<String> active(AwsScope scope, String family) {
    if (family.isEmpty()) {
      throw new ReadFailure(
          ReadFailure.Kind.UNEXPECTED,
          LIST,
          "the state records no family for it; refresh the state.");
    }
    return scope.call(
        LIST,
        () ->
            EcsClusters.client(scope)
                .listTaskDefinitionsPaginator(
                    r -> r.familyPrefix(family).status(TaskDefinitionStatus.ACTIVE))
                .taskDefinitionArns()
                .stream()
                .toList());
  }

  /**
   * The newest active revision of each family that nothing recorded is of: pipelines register a
   * revision for every release of a managed family.
   */
  @Override
  public List<String> discover(AwsScope scope) {
    Set<String> managed =
        scope.recorded(name()).map(each -> each.at("family").text()).collect(Collectors.toSet());
    Map<String, String> newest = new LinkedHashMap<>();
    scope
        .call(
            LIST,
            () ->
                EcsClusters.client(scope)
                    .listTaskDefinitionsPaginator(
                        r -> r.status(TaskDefinitionStatus.ACTIVE).sort(SortOrder.DESC))
                    .taskDefinitionArns()
                    .stream()
                    .toList())
        .forEach(arn -> newest.putIfAbsent(family(arn), arn));
    newest.keySet().removeAll(managed);
    return List.copyOf(newest.values());
  }

  @Override
  public List<String> importIds(RecordedResource resource) {
    return Optional.of(resource.at("arn").text()).filter(arn -> !arn.isEmpty()).stream().toList();
  }

  private static String family(String arn) {
    String revision = EcsNames.last(arn);
    return revision.substring(0, Math.max(0, revision.lastIndexOf(':')));
  }
}
