package dev.plumbline.live.aws.applicationautoscaling;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;

final class AppautoscalingTargetTest {

  private final FakeApplicationAutoScaling fake = new FakeApplicationAutoScaling();

  @Test
  void reads_a_target_under_terraforms_own_names() {
    fake.targets.add(target("ecs", "service/farm/render", "ecs:service:DesiredCount"));

    Value.Mapping attributes = found(observe(true));

    assertComplete("aws_appautoscaling_target", attributes);
    assertThat(attributes.at("id")).isEqualTo(Value.of("service/farm/render"));
    assertThat(attributes.at("arn")).isEqualTo(Value.of("arn:target"));
    assertThat(attributes.at("max_capacity")).isEqualTo(Value.of(8));
    assertThat(attributes.at("role_arn")).isEqualTo(Value.of("arn:role"));
    assertThat(
            attributes.at("suspended_state").items().getFirst().at("scheduled_scaling_suspended"))
        .isEqualTo(Value.of(true));
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
  }

  @Test
  void tags_are_not_asked_for_where_the_provider_does_not_know_them() {
    fake.targets.add(target("ecs", "service/farm/render", "ecs:service:DesiredCount"));
    found(observe(false));

    assertThat(fake.calls).containsExactly("ecs");
  }

  @Test
  void another_dimension_of_the_same_thing_is_another_target() {
    fake.targets.add(target("ecs", "service/farm/render", "another:Dimension"));

    assertThat(observe(true)).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void each_service_is_asked_once_for_all_its_targets() {
    fake.targets.add(target("ecs", "service/farm/render", "ecs:service:DesiredCount"));
    fake.targets.add(target("dynamodb", "table/jobs", "dynamodb:table:ReadCapacityUnits"));
    List<Observation> answers =
        FakeScope.observe(
            new AppautoscalingTarget(),
            Map.of(ApplicationAutoScalingClient.class, fake),
            resource("ecs", "service/farm/render", "ecs:service:DesiredCount", false),
            resource("dynamodb", "table/jobs", "dynamodb:table:ReadCapacityUnits", false),
            resource("dynamodb", "table/gone", "dynamodb:table:ReadCapacityUnits", false));

    assertThat(answers)
        .extracting(answer -> answer.getClass().getSimpleName())
        .containsExactly("Found", "Found", "Gone");
    assertThat(fake.calls).containsExactlyInAnyOrder("ecs", "dynamodb");
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    fake.failure = "AccessDeniedException";

    assertThat(observe(true)).isInstanceOf(Observation.Unreadable.class);
  }

  private static ScalableTarget target(String namespace, String id, String dimension) {
    return ScalableTarget.builder()
        .serviceNamespace(namespace)
        .resourceId(id)
        .scalableDimension(dimension)
        .scalableTargetARN("arn:target")
        .minCapacity(2)
        .maxCapacity(8)
        .roleARN("arn:role")
        .suspendedState(s -> s.scheduledScalingSuspended(true))
        .build();
  }

  private static RecordedResource resource(
      String namespace, String id, String dimension, boolean tagged) {
    Map<String, Value> attributes = new TreeMap<>();
    attributes.put("id", Value.of(id));
    attributes.put("resource_id", Value.of(id));
    attributes.put("service_namespace", Value.of(namespace));
    attributes.put("scalable_dimension", Value.of(dimension));
    if (tagged) {
      attributes.put("tags_all", Value.none());
    }
    return recorded("aws_appautoscaling_target", attributes);
  }

  private Observation observe(boolean tagged) {
    return FakeScope.observe(
            new AppautoscalingTarget(),
            Map.of(ApplicationAutoScalingClient.class, fake),
            resource("ecs", "service/farm/render", "ecs:service:DesiredCount", tagged))
        .getFirst();
  }
}
