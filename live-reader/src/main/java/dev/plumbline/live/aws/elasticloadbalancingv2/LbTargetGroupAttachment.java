package dev.plumbline.live.aws.elasticloadbalancingv2;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthReasonEnum;

/**
 * {@code aws_lb_target_group_attachment}: a target is registered with a group, or it is not. One
 * call a group answers all its targets. Its id is Terraform's own and it cannot be imported.
 */
public final class LbTargetGroupAttachment implements ResourceType {

  private static final String HEALTH = "elasticloadbalancing:DescribeTargetHealth";

  private static final Set<String> NO_GROUP = Set.of("TargetGroupNotFound");

  /** What the API says of targets that are leaving, or were never there. */
  private static final Set<TargetHealthReasonEnum> LEFT =
      Set.of(
          TargetHealthReasonEnum.TARGET_DEREGISTRATION_IN_PROGRESS,
          TargetHealthReasonEnum.TARGET_NOT_REGISTERED);

  @Override
  public String name() {
    return "aws_lb_target_group_attachment";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(HEALTH, Balancing.TARGET_GROUPS));
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_lb_target_group", "arn", "target_group_arn"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(recorded -> observe(batch, recorded));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    AwsScope scope = batch.scope();
    String group = recorded.at("target_group_arn").text();
    Optional<List<TargetHealthDescription>> targets = targets(scope, group);
    if (targets.isEmpty()) {
      return new Observation.Gone(HEALTH + " says that the target group does not exist");
    }
    return targets.get().stream()
        .filter(LbTargetGroupAttachment::registered)
        .map(TargetHealthDescription::target)
        .filter(target -> names(scope, recorded, target))
        .findFirst()
        .map(target -> observed(batch, recorded))
        .orElseGet(
            () ->
                new Observation.Gone(
                    "it is not among the targets that %s lists".formatted(HEALTH)));
  }

  private static Optional<List<TargetHealthDescription>> targets(AwsScope scope, String group) {
    return scope.shared(
        HEALTH + " " + group,
        () ->
            scope.find(
                HEALTH,
                NO_GROUP,
                () ->
                    Balancing.client(scope)
                        .describeTargetHealth(r -> r.targetGroupArn(group))
                        .targetHealthDescriptions()));
  }

  private static boolean registered(TargetHealthDescription target) {
    TargetHealth health = target.targetHealth();
    return health != null && (health.reason() == null || !LEFT.contains(health.reason()));
  }

  /** The same target: that id, on that port, which is the group's own where none is recorded. */
  private static boolean names(
      AwsScope scope, RecordedResource recorded, TargetDescription target) {
    String zone = recorded.at("availability_zone").text();
    return recorded.at("target_id").text().equals(target.id())
        && (zone.isEmpty() || zone.equals(target.availabilityZone()))
        && (target.port() == null || target.port().longValue() == port(scope, recorded, target));
  }

  private static long port(AwsScope scope, RecordedResource recorded, TargetDescription target) {
    if (recorded.at("port") instanceof Value.Num(var port) && port.signum() != 0) {
      return port.longValue();
    }
    return Optional.ofNullable(
            Balancing.targetGroups(scope).get(recorded.at("target_group_arn").text()))
        .map(TargetGroup::port)
        .orElse(target.port());
  }

  /** All it has is part of what it is found by. */
  private static Observation observed(Batch batch, RecordedResource recorded) {
    return batch
        .attributes()
        .put("id", recorded.id())
        .put("target_group_arn", recorded.at("target_group_arn"))
        .put("target_id", recorded.at("target_id"))
        .put("port", recorded.at("port"))
        .put("availability_zone", recorded.at("availability_zone"))
        .found();
  }
}
