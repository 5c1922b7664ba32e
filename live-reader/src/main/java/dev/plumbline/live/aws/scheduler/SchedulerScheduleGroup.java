package dev.plumbline.live.aws.scheduler;

import static dev.plumbline.engine.Meaning.INSTANT;
import static dev.plumbline.engine.Meaning.VOLATILE;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ReadFailure;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.TagIndex;
import dev.plumbline.state.RecordedResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.scheduler.model.ScheduleGroupState;
import software.amazon.awssdk.services.scheduler.model.ScheduleGroupSummary;

/**
 * {@code aws_scheduler_schedule_group}, named by its name. One listing tells all of them but their
 * tags.
 */
public final class SchedulerScheduleGroup implements ResourceType {

  private static final String LIST = "scheduler:ListScheduleGroups";
  private static final String TAGS = "scheduler:ListTagsForResource";
  private static final int PAGE = 100;

  /** The one that every account has. */
  private static final String DEFAULT = "default";

  @Override
  public String name() {
    return "aws_scheduler_schedule_group";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(LIST, TAGS, TagIndex.ACTION));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.with(INSTANT, "creation_date").with(VOLATILE, "last_modification_date");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, ScheduleGroupSummary> groups = list(batch.scope());
    return batch.each(
        recorded ->
            Optional.ofNullable(groups.get(recorded.id()))
                .map(group -> observed(batch, recorded, group))
                .orElseGet(
                    () -> new Observation.Gone("it is not in the completed listing of " + LIST)));
  }

  private static Map<String, ScheduleGroupSummary> list(AwsScope scope) {
    return scope.shared(
        LIST,
        () -> {
          Map<String, ScheduleGroupSummary> groups = new LinkedHashMap<>();
          scope
              .call(
                  LIST,
                  () ->
                      SchedulerSchedule.client(scope)
                          .listScheduleGroupsPaginator(r -> r.maxResults(PAGE))
                          .scheduleGroups()
                          .stream()
                          .toList())
              .forEach(group -> groups.put(group.name(), group));
          return groups;
        });
  }

  private static Observation observed(
      Batch batch, RecordedResource recorded, ScheduleGroupSummary group) {
    if (group.state() == ScheduleGroupState.DELETING) {
      throw new ReadFailure(
          ReadFailure.Kind.IN_TRANSITION, LIST, "in transition (DELETING); read again later.");
    }
    return batch
        .attributes()
        .from(group)
        .put("id", recorded.id())
        .tags(tags(batch.scope(), group.arn()))
        .found();
  }

  private static Map<String, String> tags(AwsScope scope, String arn) {
    return scope.tagList(
        arn,
        () ->
            scope.call(
                TAGS,
                () ->
                    SchedulerSchedule.client(scope)
                        .listTagsForResource(r -> r.resourceArn(arn))
                        .tags()));
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return list(scope).keySet().stream().filter(name -> !name.equals(DEFAULT)).toList();
  }
}
