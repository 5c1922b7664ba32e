package dev.plumbline.live.aws.autoscaling;

import dev.plumbline.live.aws.AwsScope;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.autoscaling.model.ScalingPolicy;

/** The account's scaling policies by their group's name, listed once. */
final class ScalingPolicies {

  static final String LIST = "autoscaling:DescribePolicies";

  private ScalingPolicies() {}

  static Map<String, List<ScalingPolicy>> byGroup(AwsScope scope) {
    return scope.shared(
        LIST,
        () ->
            scope.call(
                LIST,
                () ->
                    ScalingGroups.client(scope)
                        .describePoliciesPaginator(r -> r.maxRecords(ScalingGroups.PAGE))
                        .scalingPolicies()
                        .stream()
                        .collect(Collectors.groupingBy(ScalingPolicy::autoScalingGroupName))));
  }

  /** Whether a policy or a schedule, in the state or only in the account, sizes the group. */
  static boolean scale(AwsScope scope, String group) {
    return scope
            .recorded("aws_autoscaling_policy", "aws_autoscaling_schedule")
            .anyMatch(each -> each.at("autoscaling_group_name").text().equals(group))
        || byGroup(scope).getOrDefault(group, List.of()).stream()
            .anyMatch(policy -> !Boolean.FALSE.equals(policy.enabled()));
  }
}
