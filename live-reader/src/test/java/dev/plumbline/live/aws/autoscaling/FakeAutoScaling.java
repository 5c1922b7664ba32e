package dev.plumbline.live.aws.autoscaling;

import static dev.plumbline.live.aws.FakeScope.error;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribePoliciesRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribePoliciesResponse;
import software.amazon.awssdk.services.autoscaling.model.ScalingPolicy;

/** EC2 Auto Scaling with some groups and policies. */
final class FakeAutoScaling implements AutoScalingClient {

  final List<AutoScalingGroup> groups = new ArrayList<>();
  final List<ScalingPolicy> policies = new ArrayList<>();
  final List<String> calls = new CopyOnWriteArrayList<>();

  /** An error code that every question is answered with. */
  String failure = "";

  @Override
  public DescribeAutoScalingGroupsResponse describeAutoScalingGroups(
      DescribeAutoScalingGroupsRequest request) {
    ask("groups");
    return DescribeAutoScalingGroupsResponse.builder().autoScalingGroups(groups).build();
  }

  @Override
  public DescribePoliciesResponse describePolicies(DescribePoliciesRequest request) {
    ask("policies");
    return DescribePoliciesResponse.builder().scalingPolicies(policies).build();
  }

  private void ask(String what) {
    calls.add(what);
    if (!failure.isEmpty()) {
      throw error(failure, 400);
    }
  }

  @Override
  public String serviceName() {
    return "autoscaling";
  }

  @Override
  public void close() {}
}
