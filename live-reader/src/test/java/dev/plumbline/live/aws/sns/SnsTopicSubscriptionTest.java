package dev.plumbline.live.aws.sns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeClient;
import dev.plumbline.state.Value;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.GetSubscriptionAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetSubscriptionAttributesResponse;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsResponse;
import software.amazon.awssdk.services.sns.model.Subscription;

final class SnsTopicSubscriptionTest {

  private static final String ARN = "arn:aws:sns:us-east-1:123456789012:alerts:5f4d0b5d";
  private static final SnsTopicSubscription TYPE = new SnsTopicSubscription();

  private final FakeClient<SnsClient> sns = FakeClient.of(SnsClient.class);

  @ParameterizedTest
  @CsvSource({
    "arn,                   arn:aws:sns:us-east-1:123456789012:alerts:5f4d0b5d",
    "owner_id,              123456789012",
    "protocol,              https",
    "endpoint,              https://example.com/hook",
    "topic_arn,             arn:aws:sns:us-east-1:123456789012:alerts",
    "filter_policy_scope,   MessageBody",
    "subscription_role_arn, arn:role",
    "redrive_policy,        {}",
    "replay_policy,         []",
  })
  void reads_a_subscription_under_terraforms_own_names(String attribute, String value) {
    answer(
        Map.of(
            "SubscriptionArn", ARN,
            "Owner", "123456789012",
            "Protocol", "https",
            "Endpoint", "https://example.com/hook",
            "TopicArn", "arn:aws:sns:us-east-1:123456789012:alerts",
            "FilterPolicyScope", "MessageBody",
            "SubscriptionRoleArn", "arn:role",
            "RedrivePolicy", "{}",
            "ReplayPolicy", "[]"));

    assertThat(found("").at(attribute)).isEqualTo(Value.of(value));
  }

  @Test
  void truths_are_read_from_text() {
    answer(
        Map.of(
            "RawMessageDelivery", "true",
            "PendingConfirmation", "false",
            "ConfirmationWasAuthenticated", "true"));

    assertThat(found("").at("raw_message_delivery")).isEqualTo(Value.of(true));
    assertThat(found("").at("pending_confirmation")).isEqualTo(Value.of(false));
    assertThat(found("").at("confirmation_was_authenticated")).isEqualTo(Value.of(true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"filter_policy", "filter_policy_scope", "redrive_policy"})
  void an_attribute_that_sns_leaves_out_is_observed_as_unset(String attribute) {
    answer(Map.of("Protocol", "sqs"));

    assertThat(found("").entries()).containsEntry(attribute, Value.none());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'guaranteed':false,'healthyRetryPolicy':{'numRetries':8,'minDelayTarget':0},'sicklyRetryPolicy':null} | true",
        "{'healthyRetryPolicy':{'numRetries':9}} | false",
        "{'guaranteed':true,'healthyRetryPolicy':{'numRetries':8}} | false",
      })
  void what_nobody_set_in_a_delivery_policy_is_no_difference(String answer, boolean same) {
    String recorded = "{\"healthyRetryPolicy\":{\"numRetries\":8}}";
    answer(Map.of("DeliveryPolicy", answer.replace('\'', '"')));

    assertThat(found(recorded).at("delivery_policy").equals(Value.of(recorded))).isEqualTo(same);
  }

  @Test
  void a_subscription_that_sns_says_does_not_exist_is_gone() {
    sns.failing(GetSubscriptionAttributesRequest.class, "NotFound");

    assertThat(sns.observe(TYPE, Map.of("id", ARN))).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    sns.assertDenied(
        GetSubscriptionAttributesRequest.class,
        "sns:GetSubscriptionAttributes",
        TYPE,
        Map.of("id", ARN));
  }

  @Test
  void discovers_confirmed_subscriptions() {
    sns.on(
        ListSubscriptionsRequest.class,
        ListSubscriptionsResponse.builder()
            .subscriptions(
                Subscription.builder().subscriptionArn(ARN).build(),
                Subscription.builder().subscriptionArn("PendingConfirmation").build())
            .build());

    assertThat(sns.discover(TYPE)).containsExactly(ARN);
  }

  private void answer(Map<String, String> attributes) {
    Map<String, String> always =
        Map.of("SubscriptionArn", ARN, "Protocol", "sqs", "Endpoint", "arn:q", "TopicArn", "arn:t");
    Map<String, String> all = new HashMap<>(always);
    all.putAll(attributes);
    sns.on(
        GetSubscriptionAttributesRequest.class,
        GetSubscriptionAttributesResponse.builder().attributes(all).build());
  }

  private Value.Mapping found(String deliveryPolicy) {
    Map<String, String> recorded = new HashMap<>(Map.of("id", ARN));
    recorded.put("delivery_policy", deliveryPolicy);
    return sns.found(TYPE, recorded);
  }
}
