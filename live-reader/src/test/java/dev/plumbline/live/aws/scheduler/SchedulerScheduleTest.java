package dev.plumbline.live.aws.scheduler;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.Target;

/** Both types: schedules and their groups. */
final class SchedulerScheduleTest {

  private final FakeScheduler scheduler = new FakeScheduler();

  static List<ResourceType> types() {
    return List.of(new SchedulerSchedule(), new SchedulerScheduleGroup());
  }

  @Test
  void reads_a_schedule_under_terraforms_own_names() {
    scheduler
        .schedule
        .description("doors")
        .scheduleExpression("rate(1 day)")
        .scheduleExpressionTimezone("Europe/Oslo")
        .startDate(Instant.parse("2026-01-02T03:04:05Z"))
        .kmsKeyArn("arn:key")
        .state("DISABLED")
        .flexibleTimeWindow(w -> w.mode("FLEXIBLE").maximumWindowInMinutes(5));

    Value.Mapping attributes = found(observe(new SchedulerSchedule(), "day/open"));

    assertComplete("aws_scheduler_schedule", attributes);
    assertThat(scheduler.asked).containsExactly("day/open");
    assertThat(attributes.at("id")).isEqualTo(Value.of("day/open"));
    assertThat(attributes.at("start_date").text()).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(block(attributes, "flexible_time_window").at("maximum_window_in_minutes"))
        .isEqualTo(Value.of(5));
  }

  @Test
  void a_target_has_terraforms_own_names_at_every_depth() {
    scheduler.schedule.target(
        Target.builder()
            .arn("arn:target")
            .deadLetterConfig(d -> d.arn("arn:dead"))
            .eventBridgeParameters(e -> e.detailType("open").source("museum"))
            .sageMakerPipelineParameters(s -> s.pipelineParameterList(p -> p.name("n").value("v")))
            .kinesisParameters(k -> k.partitionKey("k"))
            .ecsParameters(
                e ->
                    e.taskDefinitionArn("arn:task")
                        .enableECSManagedTags(true)
                        .capacityProviderStrategy(c -> c.capacityProvider("SPOT").weight(2))
                        .placementStrategy(p -> p.field("cpu").type("binpack"))
                        .tags(List.of(Map.of("key", "Floor", "value", "2"), Map.of()))
                        .networkConfiguration(
                            n ->
                                n.awsvpcConfiguration(
                                    v -> v.assignPublicIp("ENABLED").subnets("s-1"))))
            .build());

    Value target = block(found(observe(new SchedulerSchedule(), "day/open")), "target");

    assertThat(block(target, "eventbridge_parameters").at("detail_type"))
        .isEqualTo(Value.of("open"));
    assertThat(
            block(block(target, "sagemaker_pipeline_parameters"), "pipeline_parameter").at("value"))
        .isEqualTo(Value.of("v"));
    Value task = block(target, "ecs_parameters");
    assertThat(task.at("enable_ecs_managed_tags")).isEqualTo(Value.of(true));
    assertThat(task.at("tags")).isEqualTo(Value.of(Map.of("Floor", Value.of("2"))));
    assertThat(block(task, "capacity_provider_strategy").at("weight")).isEqualTo(Value.of(2));
    assertThat(block(task, "placement_strategy").at("field")).isEqualTo(Value.of("cpu"));
    Value network = block(task, "network_configuration");
    assertThat(network.at("assign_public_ip")).isEqualTo(Value.of(true));
    assertThat(network.at("subnets").items()).containsExactly(Value.of("s-1"));
  }

  @ParameterizedTest
  @CsvSource({"open, default/open", "day/open, day/open"})
  void a_schedule_without_a_group_is_in_the_default_one(String id, String asked) {
    observe(new SchedulerSchedule(), id);

    assertThat(scheduler.asked).containsExactly(asked);
  }

  @Test
  void reads_a_group_under_terraforms_own_names() {
    Value.Mapping attributes = found(observe(new SchedulerScheduleGroup(), "day"));

    assertComplete("aws_scheduler_schedule_group", attributes);
    assertThat(attributes.at("state")).isEqualTo(Value.of("ACTIVE"));
    assertThat(attributes.at("tags_all").at("Shift")).isEqualTo(Value.of("day"));
    assertThat(scheduler.asked).containsExactly("groups", "tags arn:day");
  }

  @Test
  void a_group_that_is_being_deleted_is_not_compared() {
    assertThat(observe(new SchedulerScheduleGroup(), "leaving"))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).contains("in transition"));
  }

  @Test
  void what_does_not_exist_is_gone() {
    assertThat(observe(new SchedulerScheduleGroup(), "other")).isInstanceOf(Observation.Gone.class);

    scheduler.failure = "ResourceNotFoundException";
    assertThat(observe(new SchedulerSchedule(), "day/open")).isInstanceOf(Observation.Gone.class);
  }

  @ParameterizedTest
  @MethodSource("types")
  void access_denied_is_unreadable_never_gone(ResourceType type) {
    scheduler.failure = "AccessDeniedException";

    assertThat(observe(type, "day")).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void schedules_and_groups_are_discovered_but_for_the_default_group() {
    Map<Class<?>, Object> clients = Map.of(SchedulerClient.class, scheduler);

    assertThat(FakeScope.discover(new SchedulerSchedule(), clients)).containsExactly("day/open");
    assertThat(FakeScope.discover(new SchedulerScheduleGroup(), clients))
        .containsExactly("day", "leaving");
  }

  private static Value block(Value of, String name) {
    return of.at(name).items().getFirst();
  }

  private Observation observe(ResourceType type, String id) {
    return FakeScope.observe(
            type,
            Map.of(SchedulerClient.class, scheduler),
            recorded(type.name(), Map.of("id", Value.of(id))))
        .getFirst();
  }
}
