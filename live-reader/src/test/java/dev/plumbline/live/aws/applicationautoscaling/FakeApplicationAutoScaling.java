package dev.plumbline.live.aws.applicationautoscaling;

import static dev.plumbline.live.aws.FakeScope.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;

/** Application Auto Scaling with some targets and policies. */
final class FakeApplicationAutoScaling implements ApplicationAutoScalingClient {

  final List<ScalableTarget> targets = new ArrayList<>();
  final List<ScalingPolicy> policies = new ArrayList<>();
  final List<String> calls = new CopyOnWriteArrayList<>();

  /** An error code that every question is answered with. */
  String failure = "";

  @Override
  public DescribeScalableTargetsResponse describeScalableTargets(
      DescribeScalableTargetsRequest request) {
    ask(request.serviceNamespaceAsString());
    return DescribeScalableTargetsResponse.builder()
        .scalableTargets(
            targets.stream()
                .filter(each -> each.serviceNamespace() == request.serviceNamespace())
                .toList())
        .build();
  }

  @Override
  public DescribeScalingPoliciesResponse describeScalingPolicies(
      DescribeScalingPoliciesRequest request) {
    ask(request.serviceNamespaceAsString());
    return DescribeScalingPoliciesResponse.builder()
        .scalingPolicies(
            policies.stream()
                .filter(each -> each.serviceNamespace() == request.serviceNamespace())
                .toList())
        .build();
  }

  @Override
  public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
    ask("tags");
    return ListTagsForResourceResponse.builder().tags(Map.of("team", "core")).build();
  }

  private void ask(String what) {
    calls.add(what);
    if (!failure.isEmpty()) {
      throw error(failure, 400);
    }
  }

  @Override
  public String serviceName() {
    return "application-autoscaling";
  }

  @Override
  public void close() {}
}
