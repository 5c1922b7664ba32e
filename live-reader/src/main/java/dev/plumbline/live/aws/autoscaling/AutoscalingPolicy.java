package dev.plumbline.live.aws.autoscaling;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.model.CustomizedMetricSpecification;
import software.amazon.awssdk.services.autoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.autoscaling.model.TargetTrackingConfiguration;

/**
 * {@code aws_autoscaling_policy}, named by its name within its group, imported as both. One listing
 * answers everything about all of them.
 */
public final class AutoscalingPolicy implements ResourceType {

  private static final Map<String, String> PREDICTIVE =
      Map.of("metric_specifications", "metric_specification");

  @Override
  public String name() {
    return "aws_autoscaling_policy";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(ScalingPolicies.LIST));
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_autoscaling_group", "name", "autoscaling_group_name"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, List<ScalingPolicy>> policies = ScalingPolicies.byGroup(batch.scope());
    return batch.each(
        recorded ->
            policies.getOrDefault(recorded.at("autoscaling_group_name").text(), List.of()).stream()
                .filter(policy -> policy.policyName().equals(recorded.id()))
                .findFirst()
                .map(policy -> observed(batch, policy))
                .orElseGet(
                    () ->
                        new Observation.Gone(
                            "it is not in the completed listing of " + ScalingPolicies.LIST)));
  }

  private static Observation observed(Batch batch, ScalingPolicy policy) {
    return batch
        .attributes()
        .from(policy)
        .put("id", policy.policyName())
        .put("name", policy.policyName())
        .put("arn", policy.policyARN())
        .put("autoscaling_group_name", policy.autoScalingGroupName())
        .put("step_adjustment", policy.stepAdjustments())
        .put(
            "predictive_scaling_configuration",
            Shape.renamed(Shape.of(policy.predictiveScalingConfiguration()), PREDICTIVE))
        .put("target_tracking_configuration", tracking(policy.targetTrackingConfiguration()))
        .found();
  }

  private static Value tracking(@Nullable TargetTrackingConfiguration tracking) {
    if (tracking == null) {
      return Value.none();
    }
    Map<String, Value> block = new TreeMap<>(Shape.fields(tracking).entries());
    CustomizedMetricSpecification customized = tracking.customizedMetricSpecification();
    if (customized != null) {
      Map<String, Value> metric = new TreeMap<>(Shape.fields(customized).entries());
      metric.put("metric_dimension", Shape.of(customized.dimensions()));
      block.put("customized_metric_specification", Value.of(metric));
    }
    return Value.of(block);
  }

  /** But for those that ECS and the like made for a group of theirs, which belong to them. */
  @Override
  public List<String> discover(AwsScope scope) {
    return ScalingPolicies.byGroup(scope).values().stream()
        .flatMap(List::stream)
        .filter(policy -> !policy.policyName().startsWith("ECSManagedAutoScalingPolicy-"))
        .map(policy -> policy.autoScalingGroupName() + "/" + policy.policyName())
        .toList();
  }

  @Override
  public List<String> importIds(RecordedResource resource) {
    return List.of(resource.at("autoscaling_group_name").text() + "/" + resource.id());
  }
}
