package dev.plumbline.live.aws.cloudwatchlogs;

import static dev.plumbline.engine.Meaning.POLICY;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.Page;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeResourcePoliciesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeResourcePoliciesResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.PolicyScope;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourcePolicy;

/**
 * {@code aws_cloudwatch_log_resource_policy}, named by its name, or by the ARN of the one log group
 * it is for. All of an account's come in one listing; a log group's own is a call of its own.
 */
public final class CloudwatchLogResourcePolicy implements ResourceType {

  private static final String POLICIES = "logs:DescribeResourcePolicies";

  /** What services that deliver logs make for themselves. */
  private static final String SERVICE = "AWSLogDeliveryWrite";

  @Override
  public String name() {
    return "aws_cloudwatch_log_resource_policy";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(POLICIES));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.with(POLICY, "policy_document");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(
        recorded ->
            find(batch.scope(), recorded)
                .<Observation>map(
                    policy -> batch.attributes().from(policy).put("id", recorded.id()).found())
                .orElseGet(
                    () ->
                        new Observation.Gone("it is not in the completed listing of " + POLICIES)));
  }

  private static Optional<ResourcePolicy> find(AwsScope scope, RecordedResource recorded) {
    String id = recorded.id();
    if (!id.startsWith("arn:")) {
      return all(scope).stream().filter(policy -> id.equals(policy.policyName())).findFirst();
    }
    DescribeResourcePoliciesRequest request =
        DescribeResourcePoliciesRequest.builder()
            .resourceArn(id)
            .policyScope(PolicyScope.RESOURCE)
            .build();
    return list(scope, request).stream()
        .filter(policy -> id.equals(policy.resourceArn()))
        .findFirst();
  }

  private static List<ResourcePolicy> all(AwsScope scope) {
    return scope.shared(
        POLICIES, () -> list(scope, DescribeResourcePoliciesRequest.builder().build()));
  }

  private static List<ResourcePolicy> list(
      AwsScope scope, DescribeResourcePoliciesRequest request) {
    return scope.call(
        POLICIES,
        () ->
            Page.all(
                token -> {
                  DescribeResourcePoliciesResponse page =
                      LogFilters.client(scope)
                          .describeResourcePolicies(request.copy(r -> r.nextToken(token)));
                  return new Page<>(page.resourcePolicies(), page.nextToken());
                }));
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return all(scope).stream()
        .map(ResourcePolicy::policyName)
        .filter(name -> !name.startsWith(SERVICE))
        .toList();
  }
}
