package dev.plumbline.live.aws.autoscaling;

import static dev.plumbline.engine.Meaning.VOLATILE;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Sibling;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ReadFailure;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;

/**
 * {@code aws_autoscaling_group}, named by its name. One listing answers everything about all of
 * them. Scaling policies move its desired capacity, which then is no drift.
 */
public final class AutoscalingGroup implements ResourceType {

  private static final String NAMES_THE_GROUP = "autoscaling_group_name";

  @Override
  public String name() {
    return "aws_autoscaling_group";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(ScalingGroups.GROUPS, ScalingPolicies.LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(VOLATILE, "predicted_capacity", "warm_pool_size")
        .withUnobservable("only used when the group is created", "initial_lifecycle_hook")
        .withUnobservable(
            "local to Terraform",
            "force_delete",
            "force_delete_warm_pool",
            "ignore_failed_scaling_activities",
            "instance_refresh",
            "min_elb_capacity",
            "wait_for_capacity_timeout",
            "wait_for_elb_capacity")
        .with(
            Sibling.elements(
                "tag", "aws_autoscaling_group_tag", NAMES_THE_GROUP, "name", GroupSiblings::tags))
        .with(attached("target_group_arns", GroupSiblings::targetGroups))
        .with(attached("load_balancers", GroupSiblings::loadBalancers))
        .with(attached("traffic_source", GroupSiblings::attachedSources))
        .with(
            Sibling.elements(
                "traffic_source",
                "aws_autoscaling_traffic_source_attachment",
                NAMES_THE_GROUP,
                "name",
                GroupSiblings::sources))
        .with(
            Sibling.elements(
                "target_group_arns",
                "aws_autoscaling_traffic_source_attachment",
                NAMES_THE_GROUP,
                "name",
                GroupSiblings::sourceTargetGroups));
  }

  private static Sibling attached(
      String attribute, java.util.function.Function<Value.Mapping, List<Value>> elements) {
    return Sibling.elements(
        attribute, "aws_autoscaling_attachment", NAMES_THE_GROUP, "name", elements);
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, AutoScalingGroup> groups = ScalingGroups.of(batch.scope());
    return batch.each(
        recorded ->
            Optional.ofNullable(groups.get(recorded.id()))
                .map(group -> observed(batch, recorded, group))
                .orElseGet(
                    () ->
                        new Observation.Gone(
                            "it is not in the completed listing of " + ScalingGroups.GROUPS)));
  }

  private static Observation observed(
      Batch batch, RecordedResource recorded, AutoScalingGroup group) {
    if ("Delete in progress".equals(group.status())) {
      throw new ReadFailure(
          ReadFailure.Kind.IN_TRANSITION,
          ScalingGroups.GROUPS,
          "in transition (%s); read again later.".formatted(group.status()));
    }
    Attributes attributes = GroupAttributes.of(batch.attributes(), recorded, group);
    Value desired = Shape.of(group.desiredCapacity());
    if (!desired.equals(recorded.at("desired_capacity"))
        && ScalingPolicies.scale(batch.scope(), group.autoScalingGroupName())) {
      attributes.moving("desired_capacity", "scaling policies move it");
    }
    return attributes.found();
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return List.copyOf(ScalingGroups.of(scope).keySet());
  }
}
