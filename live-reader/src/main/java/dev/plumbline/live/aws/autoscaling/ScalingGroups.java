package dev.plumbline.live.aws.autoscaling;

import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.state.RecordedResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;

/** The groups of the scope by name: those recorded, or all where all are asked for. */
final class ScalingGroups {

  static final String GROUPS = "autoscaling:DescribeAutoScalingGroups";

  /** What one page may hold. */
  static final int PAGE = 100;

  /** How many names one call takes; beyond them a whole listing is no dearer. */
  private static final int NAMES = 50;

  private ScalingGroups() {}

  static Map<String, AutoScalingGroup> of(AwsScope scope) {
    return scope.shared(
        GROUPS,
        () -> {
          List<String> names =
              scope.recorded("aws_autoscaling_group").map(RecordedResource::id).distinct().toList();
          boolean some = !scope.discovering() && names.size() <= NAMES;
          return scope.call(GROUPS, () -> list(client(scope), some ? names : List.of()));
        });
  }

  private static Map<String, AutoScalingGroup> list(AutoScalingClient client, List<String> names) {
    Map<String, AutoScalingGroup> byName = new LinkedHashMap<>();
    client
        .describeAutoScalingGroupsPaginator(r -> r.autoScalingGroupNames(names).maxRecords(PAGE))
        .autoScalingGroups()
        .forEach(each -> byName.put(each.autoScalingGroupName(), each));
    return byName;
  }

  static AutoScalingClient client(AwsScope scope) {
    return scope.client(AutoScalingClient.class, AutoScalingClient::builder);
  }
}
