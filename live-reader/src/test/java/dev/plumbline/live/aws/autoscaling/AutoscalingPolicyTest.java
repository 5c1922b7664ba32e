package dev.plumbline.live.aws.autoscaling;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.MetricStatistic;
import software.amazon.awssdk.services.autoscaling.model.PredictiveScalingMode;
import software.amazon.awssdk.services.autoscaling.model.ScalingPolicy;

final class AutoscalingPolicyTest {

  private final FakeAutoScaling fake = new FakeAutoScaling();

  @Test
  void reads_a_policy_under_terraforms_own_names() {
    fake.policies.add(policy("another", "cpu").adjustmentType("ExactCapacity").build());
    fake.policies.add(
        policy("fleet", "cpu")
            .adjustmentType("ChangeInCapacity")
            .stepAdjustments(
                s -> s.metricIntervalLowerBound(0.0).scalingAdjustment(1),
                s -> s.metricIntervalLowerBound(10.5).scalingAdjustment(2))
            .build());

    Value.Mapping attributes = found(observe());

    assertComplete("aws_autoscaling_policy", attributes);
    assertThat(attributes.at("adjustment_type")).isEqualTo(Value.of("ChangeInCapacity"));
    assertThat(attributes.at("step_adjustment").items())
        .extracting(step -> step.at("metric_interval_lower_bound"))
        .containsExactly(Value.of("0"), Value.of("10.5"));
  }

  @Test
  void a_tracked_metric_of_ones_own_has_terraforms_names() {
    fake.policies.add(
        policy("fleet", "cpu")
            .targetTrackingConfiguration(
                t ->
                    t.targetValue(55.0)
                        .customizedMetricSpecification(
                            c ->
                                c.metricName("Load")
                                    .statistic(MetricStatistic.AVERAGE)
                                    .dimensions(d -> d.name("Farm").value("a"))))
            .build());

    Value tracking = found(observe()).at("target_tracking_configuration").items().getFirst();
    Value metric = tracking.at("customized_metric_specification").items().getFirst();

    assertThat(tracking.at("target_value")).isEqualTo(Value.of(55));
    assertThat(metric.at("metric_dimension").items().getFirst().at("value"))
        .isEqualTo(Value.of("a"));
  }

  @Test
  void a_forecast_has_terraforms_names() {
    fake.policies.add(
        policy("fleet", "cpu")
            .predictiveScalingConfiguration(
                p ->
                    p.mode(PredictiveScalingMode.FORECAST_ONLY)
                        .maxCapacityBuffer(10)
                        .metricSpecifications(m -> m.targetValue(32.0)))
            .build());

    Value forecast = found(observe()).at("predictive_scaling_configuration").items().getFirst();

    assertThat(forecast.at("max_capacity_buffer")).isEqualTo(Value.of("10"));
    assertThat(forecast.at("metric_specification").items().getFirst().at("target_value"))
        .isEqualTo(Value.of(32));
  }

  @Test
  void a_policy_that_the_listing_lacks_is_gone() {
    assertThat(observe()).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    fake.failure = "AccessDenied";

    assertThat(observe()).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void policies_that_ecs_made_for_itself_are_not_discovered() {
    fake.policies.add(policy("fleet", "cpu").build());
    fake.policies.add(policy("fleet", "ECSManagedAutoScalingPolicy-1").build());

    assertThat(FakeScope.discover(new AutoscalingPolicy(), Map.of(AutoScalingClient.class, fake)))
        .containsExactly("fleet/cpu");
  }

  private static ScalingPolicy.Builder policy(String group, String name) {
    return ScalingPolicy.builder().autoScalingGroupName(group).policyName(name);
  }

  private Observation observe() {
    return FakeScope.observe(
            new AutoscalingPolicy(),
            Map.of(AutoScalingClient.class, fake),
            recorded(
                "aws_autoscaling_policy",
                Map.of("id", Value.of("cpu"), "autoscaling_group_name", Value.of("fleet"))))
        .getFirst();
  }
}
