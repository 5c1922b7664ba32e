package dev.plumbline.live.aws.applicationautoscaling;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.PolicyType;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;

final class AppautoscalingPolicyTest {

  private static final String ID = "ecs/service/farm/render/ecs:service:DesiredCount/cpu";

  private final FakeApplicationAutoScaling fake = new FakeApplicationAutoScaling();

  @Test
  void reads_a_policy_under_terraforms_own_names() {
    fake.policies.add(
        policy("cpu")
            .policyARN("arn:policy")
            .policyType(PolicyType.STEP_SCALING)
            .alarms(a -> a.alarmARN("arn:alarm"))
            .stepScalingPolicyConfiguration(
                s -> s.cooldown(60).stepAdjustments(t -> t.scalingAdjustment(1)))
            .targetTrackingScalingPolicyConfiguration(
                t ->
                    t.targetValue(60.0)
                        .customizedMetricSpecification(
                            c -> c.dimensions(d -> d.name("Farm").value("a"))))
            .build());

    Value.Mapping attributes = found(observe());
    Value steps = attributes.at("step_scaling_policy_configuration").items().getFirst();
    Value tracking =
        attributes.at("target_tracking_scaling_policy_configuration").items().getFirst();

    assertComplete("aws_appautoscaling_policy", attributes);
    assertThat(attributes.at("arn")).isEqualTo(Value.of("arn:policy"));
    assertThat(attributes.at("alarm_arns").items()).containsExactly(Value.of("arn:alarm"));
    assertThat(steps.at("step_adjustment").items().getFirst().at("scaling_adjustment"))
        .isEqualTo(Value.of(1));
    assertThat(
            tracking
                .at("customized_metric_specification")
                .items()
                .getFirst()
                .at("dimensions")
                .items())
        .hasSize(1);
  }

  @Test
  void the_same_name_elsewhere_is_another_policy() {
    fake.policies.add(policy("cpu").resourceId("service/farm/other").build());

    assertThat(observe()).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    fake.failure = "AccessDeniedException";

    assertThat(observe()).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void is_imported_by_what_it_scales_and_its_name() {
    assertThat(new AppautoscalingPolicy().importIds(resource())).containsExactly(ID);
  }

  private static ScalingPolicy.Builder policy(String name) {
    return ScalingPolicy.builder()
        .policyName(name)
        .serviceNamespace("ecs")
        .resourceId("service/farm/render")
        .scalableDimension("ecs:service:DesiredCount");
  }

  private static RecordedResource resource() {
    return recorded(
        "aws_appautoscaling_policy",
        Map.of(
            "id", Value.of("cpu"),
            "name", Value.of("cpu"),
            "service_namespace", Value.of("ecs"),
            "resource_id", Value.of("service/farm/render"),
            "scalable_dimension", Value.of("ecs:service:DesiredCount")));
  }

  private Observation observe() {
    return FakeScope.observe(
            new AppautoscalingPolicy(),
            Map.of(ApplicationAutoScalingClient.class, fake),
            resource())
        .getFirst();
  }
}
