package dev.plumbline.live.aws.cloudwatchlogs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeClient;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeResourcePoliciesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeResourcePoliciesResponse;

final class CloudwatchLogResourcePolicyTest {

  private static final String GROUP = "arn:aws:logs:us-east-1:123456789012:log-group:/app";
  private static final CloudwatchLogResourcePolicy TYPE = new CloudwatchLogResourcePolicy();
  private static final Map<String, String> RECORDED = Map.of("id", "events");

  private final FakeClient<CloudWatchLogsClient> logs =
      FakeClient.of(CloudWatchLogsClient.class)
          .asked(DescribeResourcePoliciesRequest.class, CloudwatchLogResourcePolicyTest::answer);

  @Test
  void reads_a_policy_under_terraforms_own_names() {
    Value.Mapping policy = logs.found(TYPE, RECORDED);

    assertThat(policy.at("policy_name")).isEqualTo(Value.of("events"));
    assertThat(policy.at("policy_document")).isEqualTo(Value.of("{}"));
  }

  @Test
  void all_pages_are_one_listing_for_all_policies() {
    assertThat(
            logs.observe(
                TYPE,
                FakeClient.recorded(TYPE.name(), RECORDED),
                FakeClient.recorded(TYPE.name(), Map.of("id", "dns"))))
        .allMatch(Observation.Found.class::isInstance);
    assertThat(logs.count(DescribeResourcePoliciesRequest.class)).isEqualTo(2);
  }

  @Test
  void a_log_groups_own_policy_is_asked_for_by_its_arn() {
    assertThat(logs.found(TYPE, Map.of("id", GROUP)).at("policy_document"))
        .isEqualTo(Value.of("{\"Id\":\"own\"}"));
    assertThat(logs.observe(TYPE, Map.of("id", GROUP + "2"))).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void a_policy_that_the_listing_lacks_is_gone() {
    assertThat(logs.observe(TYPE, Map.of("id", "none"))).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    logs.assertDenied(
        DescribeResourcePoliciesRequest.class, "logs:DescribeResourcePolicies", TYPE, RECORDED);
  }

  @Test
  void discovers_policies_that_no_service_made() {
    assertThat(logs.discover(TYPE)).containsExactly("events", "dns");
  }

  private static DescribeResourcePoliciesResponse answer(DescribeResourcePoliciesRequest request) {
    DescribeResourcePoliciesResponse.Builder answer = DescribeResourcePoliciesResponse.builder();
    if (request.resourceArn() != null) {
      answer.resourcePolicies(p -> p.resourceArn(GROUP).policyDocument("{\"Id\":\"own\"}"));
    } else if (request.nextToken() == null) {
      answer.nextToken("more");
      answer.resourcePolicies(p -> p.policyName("events").policyDocument("{}"));
    } else {
      answer.resourcePolicies(
          p -> p.policyName("dns").policyDocument("{}"),
          p -> p.policyName("AWSLogDeliveryWrite20150319").policyDocument("{}"));
    }
    return answer.build();
  }
}
