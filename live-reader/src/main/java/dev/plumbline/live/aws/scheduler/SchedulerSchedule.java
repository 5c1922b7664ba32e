package dev.plumbline.live.aws.scheduler;

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
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;

/**
 * {@code aws_scheduler_schedule}, named by its group and, behind a slash, its name. The listing has
 * neither expression nor target: one call each.
 */
public final class SchedulerSchedule implements ResourceType {

  private static final String GET = "scheduler:GetSchedule";
  private static final String LIST = "scheduler:ListSchedules";
  private static final int PAGE = 100;

  private static final Set<String> NOT_FOUND = Set.of("ResourceNotFoundException");

  /** The group of schedules that name none. */
  private static final String DEFAULT_GROUP = "default";

  @Override
  public String name() {
    return "aws_scheduler_schedule";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(GET, LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.with(INSTANT, "start_date", "end_date");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(recorded -> observe(batch, recorded));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    AwsScope scope = batch.scope();
    String id = recorded.id();
    String group = id.contains("/") ? id.substring(0, id.indexOf('/')) : DEFAULT_GROUP;
    String name = id.substring(id.indexOf('/') + 1);
    return scope
        .find(GET, NOT_FOUND, () -> client(scope).getSchedule(r -> r.groupName(group).name(name)))
        .<Observation>map(schedule -> observed(batch, schedule))
        .orElseGet(() -> new Observation.Gone(GET + " says that the schedule does not exist"));
  }

  private static Observation observed(Batch batch, GetScheduleResponse schedule) {
    return batch
        .attributes()
        .from(schedule)
        .put("id", schedule.groupName() + "/" + schedule.name())
        .put("target", TargetBlock.of(schedule.target()))
        .found();
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return scope.call(
        LIST,
        () ->
            client(scope).listSchedulesPaginator(r -> r.maxResults(PAGE)).schedules().stream()
                .map(schedule -> schedule.groupName() + "/" + schedule.name())
                .toList());
  }

  static SchedulerClient client(AwsScope scope) {
    return scope.client(SchedulerClient.class, SchedulerClient::builder);
  }
}
