package dev.plumbline.live.aws.autoscaling;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.EnabledMetric;
import software.amazon.awssdk.services.autoscaling.model.SuspendedProcess;
import software.amazon.awssdk.services.autoscaling.model.TagDescription;
import software.amazon.awssdk.services.autoscaling.model.WarmPoolConfiguration;

/** The API's answer about one group under the names of {@code aws_autoscaling_group}. */
final class GroupAttributes {

  private static final Map<String, String> MIXED =
      Map.of(
          "overrides", "override",
          "accelerator_total_memory_mi_b", "accelerator_total_memory_mib",
          "memory_gi_b_per_v_cpu", "memory_gib_per_vcpu",
          "memory_mi_b", "memory_mib",
          "v_cpu_count", "vcpu_count");

  private static final Map<String, String> TEMPLATE =
      Map.of("launch_template_id", "id", "launch_template_name", "name");

  /** The API's own, which nobody who gave none has to record. */
  private static final List<String> DEFAULT_TERMINATION = List.of("Default");

  /** The only granularity there is. */
  private static final String GRANULARITY = "1Minute";

  /** The provider's number for a warm pool without a bound. */
  private static final int UNBOUNDED = -1;

  private GroupAttributes() {}

  static Attributes of(Attributes attributes, RecordedResource recorded, AutoScalingGroup group) {
    return attributes
        .from(group)
        .put("id", group.autoScalingGroupName())
        .put("name", group.autoScalingGroupName())
        .put("arn", group.autoScalingGroupARN())
        .put("enabled_metrics", group.enabledMetrics().stream().map(EnabledMetric::metric).toList())
        .put("metrics_granularity", granularity(group))
        .put("launch_configuration", group.launchConfigurationName())
        .put("launch_template", Shape.renamed(Shape.of(group.launchTemplate()), TEMPLATE))
        .put("load_balancers", group.loadBalancerNames())
        .put("mixed_instances_policy", Shape.renamed(Shape.of(group.mixedInstancesPolicy()), MIXED))
        .put("protect_from_scale_in", group.newInstancesProtectedFromScaleIn())
        .put(
            "suspended_processes",
            group.suspendedProcesses().stream().map(SuspendedProcess::processName).toList())
        .put("tag", tags(group.tags()))
        .put("target_group_arns", group.targetGroupARNs())
        .put("termination_policies", termination(recorded, group))
        .put("traffic_source", group.trafficSources())
        .put("vpc_zone_identifier", subnets(group.vpcZoneIdentifier()))
        .put("warm_pool", warmPool(group.warmPoolConfiguration()));
  }

  private static String granularity(AutoScalingGroup group) {
    return group.enabledMetrics().stream()
        .map(EnabledMetric::granularity)
        .findFirst()
        .orElse(GRANULARITY);
  }

  private static Value tags(List<TagDescription> tags) {
    return Value.of(
        tags.stream()
            .filter(tag -> !tag.key().startsWith("aws:"))
            .map(
                tag ->
                    Value.of(
                        Map.of(
                            "key", Shape.of(tag.key()),
                            "value", Shape.of(tag.value()),
                            "propagate_at_launch", Shape.of(tag.propagateAtLaunch()))))
            .toList());
  }

  private static List<String> termination(RecordedResource recorded, AutoScalingGroup group) {
    boolean unsaid =
        recorded.at("termination_policies").isEmpty()
            && group.terminationPolicies().equals(DEFAULT_TERMINATION);
    return unsaid ? List.of() : group.terminationPolicies();
  }

  private static List<String> subnets(@Nullable String joined) {
    return joined == null || joined.isEmpty() ? List.of() : List.of(joined.split(","));
  }

  private static Value warmPool(@Nullable WarmPoolConfiguration pool) {
    if (pool == null) {
      return Value.none();
    }
    Map<String, Value> block = new TreeMap<>(Shape.fields(pool).entries());
    if (pool.maxGroupPreparedCapacity() == null) {
      block.put("max_group_prepared_capacity", Value.of(UNBOUNDED));
    }
    return Value.of(block);
  }
}
