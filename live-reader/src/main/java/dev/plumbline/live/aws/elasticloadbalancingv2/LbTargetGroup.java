package dev.plumbline.live.aws.elasticloadbalancingv2;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** {@code aws_lb_target_group}, named by its ARN. Its settings are answered one group a call. */
public final class LbTargetGroup implements ResourceType {

  private static final String ATTRIBUTES = "elasticloadbalancing:DescribeTargetGroupAttributes";

  @Override
  public String name() {
    return "aws_lb_target_group";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(Balancing.TARGET_GROUPS, ATTRIBUTES, BalancingTags.ACTION));
  }

  @Override
  public Set<String> creations() {
    return Set.of("CreateTargetGroup");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, TargetGroup> groups = Balancing.targetGroups(batch.scope());
    return batch.each(
        recorded ->
            Optional.ofNullable(groups.get(recorded.id()))
                .map(group -> observed(batch, group))
                .orElseGet(
                    () ->
                        new Observation.Gone(
                            "it is not in the completed listing of " + Balancing.TARGET_GROUPS)));
  }

  private static Observation observed(Batch batch, TargetGroup group) {
    AwsScope scope = batch.scope();
    String arn = group.targetGroupArn();
    return TargetGroupSettings.of(group, settings(scope, arn))
        .putInto(batch.attributes().from(group))
        .put("id", arn)
        .put("arn", arn)
        .put("arn_suffix", arn.substring(arn.indexOf(":targetgroup/") + 1))
        .put("name", group.targetGroupName())
        .put("health_check", HealthCheck.of(group))
        .tags(BalancingTags.of(scope, arn))
        .found();
  }

  private static Map<String, String> settings(AwsScope scope, String arn) {
    return scope.call(
        ATTRIBUTES,
        () -> {
          Map<String, String> byKey = new HashMap<>();
          Balancing.client(scope)
              .describeTargetGroupAttributes(r -> r.targetGroupArn(arn))
              .attributes()
              .forEach(each -> byKey.put(each.key(), each.value()));
          return byKey;
        });
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return List.copyOf(Balancing.targetGroups(scope).keySet());
  }
}
