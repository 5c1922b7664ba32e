package dev.plumbline.live.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeClient;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.ListQueueTagsRequest;
import software.amazon.awssdk.services.sqs.model.ListQueueTagsResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The resources that are one attribute of a queue. */
final class SqsQueuePolicyTest {

  private static final String URL = "https://sqs.us-east-1.amazonaws.com/123456789012/jobs";
  private static final Map<String, String> RECORDED = Map.of("id", URL, "queue_url", URL);

  private final FakeClient<SqsClient> sqs = FakeClient.of(SqsClient.class);

  static List<ResourceType> parts() {
    return List.of(new SqsQueuePolicy(), new SqsQueueRedrivePolicy());
  }

  @Test
  void a_policy_is_the_queues_attribute() {
    answer(Map.of(QueueAttributeName.POLICY, "{\"Statement\":[]}"));

    Value.Mapping policy = sqs.found(new SqsQueuePolicy(), RECORDED);

    assertThat(policy.at("policy")).isEqualTo(Value.of("{\"Statement\":[]}"));
    assertThat(policy.at("queue_url")).isEqualTo(Value.of(URL));
  }

  @Test
  void a_redrive_policy_is_the_queues_attribute() {
    answer(Map.of(QueueAttributeName.REDRIVE_POLICY, "{\"maxReceiveCount\":5}"));

    assertThat(sqs.found(new SqsQueueRedrivePolicy(), RECORDED).at("redrive_policy"))
        .isEqualTo(Value.of("{\"maxReceiveCount\":5}"));
  }

  @ParameterizedTest
  @MethodSource("parts")
  void is_gone_where_the_queue_has_none_or_is_gone_itself(ResourceType type) {
    answer(Map.of());
    assertThat(sqs.observe(type, RECORDED)).isInstanceOf(Observation.Gone.class);

    sqs.failing(GetQueueAttributesRequest.class, "AWS.SimpleQueueService.NonExistentQueue");
    assertThat(sqs.observe(type, RECORDED)).isInstanceOf(Observation.Gone.class);
  }

  @ParameterizedTest
  @MethodSource("parts")
  void access_denied_is_unreadable_never_gone(ResourceType type) {
    sqs.assertDenied(GetQueueAttributesRequest.class, "sqs:GetQueueAttributes", type, RECORDED);
  }

  @Test
  void a_queue_and_its_parts_cost_one_call_for_its_attributes() {
    answer(Map.of(QueueAttributeName.POLICY, "{}", QueueAttributeName.QUEUE_ARN, "arn:jobs"));
    sqs.on(ListQueueTagsRequest.class, ListQueueTagsResponse.builder().build());

    assertThat(sqs.observeTogether(List.of(new SqsQueue(), new SqsQueuePolicy()), RECORDED))
        .allMatch(Observation.Found.class::isInstance);
    assertThat(sqs.count(GetQueueAttributesRequest.class)).isEqualTo(1);
  }

  private void answer(Map<QueueAttributeName, String> attributes) {
    sqs.on(
        GetQueueAttributesRequest.class,
        GetQueueAttributesResponse.builder().attributes(attributes).build());
  }
}
