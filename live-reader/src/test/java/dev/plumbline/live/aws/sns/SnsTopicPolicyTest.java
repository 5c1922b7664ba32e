package dev.plumbline.live.aws.sns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeClient;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.sns.model.ListTagsForResourceResponse;

final class SnsTopicPolicyTest {

  private static final String ARN = "arn:aws:sns:us-east-1:123456789012:alerts";
  private static final Map<String, String> RECORDED = Map.of("id", ARN, "arn", ARN);
  private static final SnsTopicPolicy TYPE = new SnsTopicPolicy();

  private final FakeClient<SnsClient> sns = FakeClient.of(SnsClient.class);

  @Test
  void reads_the_topics_policy_and_owner() {
    answer(Map.of("Policy", "{\"Id\":\"alerts\"}", "Owner", "123456789012", "TopicArn", ARN));

    Value.Mapping policy = sns.found(TYPE, RECORDED);

    assertThat(policy.at("policy")).isEqualTo(Value.of("{\"Id\":\"alerts\"}"));
    assertThat(policy.at("owner")).isEqualTo(Value.of("123456789012"));
  }

  @Test
  void is_gone_with_its_topic_or_where_there_is_none() {
    answer(Map.of("Owner", "123456789012"));
    assertThat(sns.observe(TYPE, RECORDED)).isInstanceOf(Observation.Gone.class);

    sns.failing(GetTopicAttributesRequest.class, "NotFound");
    assertThat(sns.observe(TYPE, RECORDED)).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    sns.assertDenied(GetTopicAttributesRequest.class, "sns:GetTopicAttributes", TYPE, RECORDED);
  }

  @Test
  void a_topic_and_its_policy_cost_one_call_for_its_attributes() {
    answer(Map.of("Policy", "{}"));
    sns.on(ListTagsForResourceRequest.class, ListTagsForResourceResponse.builder().build());

    assertThat(sns.observeTogether(List.of(new SnsTopic(), TYPE), RECORDED))
        .allMatch(Observation.Found.class::isInstance);
    assertThat(sns.count(GetTopicAttributesRequest.class)).isEqualTo(1);
  }

  private void answer(Map<String, String> attributes) {
    sns.on(
        GetTopicAttributesRequest.class,
        GetTopicAttributesResponse.builder().attributes(attributes).build());
  }
}
