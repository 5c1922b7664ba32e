package dev.plumbline.live.aws.sns;

import static dev.plumbline.live.aws.FakeScope.error;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.Value;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.sns.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.sns.model.ListTopicsRequest;
import software.amazon.awssdk.services.sns.model.ListTopicsResponse;
import software.amazon.awssdk.services.sns.model.Tag;
import software.amazon.awssdk.services.sns.model.Topic;

final class SnsTopicTest {

  private static final String ARN = "arn:aws:sns:us-east-1:123456789012:alerts";

  private final FakeSns sns = new FakeSns();

  @ParameterizedTest
  @CsvSource({
    "name,                                 alerts",
    "owner,                                123456789012",
    "display_name,                         Alerts",
    "kms_master_key_id,                    alias/aws/sns",
    "tracing_config,                       PassThrough",
    "http_success_feedback_role_arn,       arn:role",
    "sqs_failure_feedback_role_arn,        arn:other",
  })
  void reads_a_topic_under_terraforms_own_names(String attribute, String value) {
    sns.attributes.putAll(
        Map.of(
            "Owner", "123456789012",
            "DisplayName", "Alerts",
            "KmsMasterKeyId", "alias/aws/sns",
            "TracingConfig", "PassThrough",
            "HTTPSuccessFeedbackRoleArn", "arn:role",
            "SQSFailureFeedbackRoleArn", "arn:other"));

    assertThat(found().at(attribute)).isEqualTo(Value.of(value));
  }

  @Test
  void numbers_and_truths_are_read_from_text() {
    sns.attributes.putAll(
        Map.of(
            "FifoTopic", "true", "LambdaSuccessFeedbackSampleRate", "50", "SignatureVersion", "2"));

    assertThat(found().at("fifo_topic")).isEqualTo(Value.of(true));
    assertThat(found().at("lambda_success_feedback_sample_rate")).isEqualTo(Value.of(50));
    assertThat(found().at("signature_version")).isEqualTo(Value.of(2));
    assertThat(found().at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "display_name",
        "kms_master_key_id",
        "delivery_policy",
        "firehose_success_feedback_sample_rate"
      })
  void an_attribute_that_sns_leaves_out_is_observed_as_unset(String attribute) {
    assertThat(found().entries()).containsEntry(attribute, Value.none());
  }

  @Test
  void a_topic_that_sns_says_does_not_exist_is_gone() {
    sns.failure = "NotFound";

    assertThat(observe()).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    sns.failure = "AuthorizationError";

    assertThat(observe())
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.action()).isEqualTo("sns:GetTopicAttributes"));
  }

  @Test
  void discovers_topics_by_arn() {
    assertThat(FakeScope.discover(new SnsTopic(), Map.of(SnsClient.class, sns)))
        .containsExactly(ARN);
  }

  private Value.Mapping found() {
    Observation observation = observe();
    assertThat(observation).isInstanceOf(Observation.Found.class);
    return ((Observation.Found) observation).attributes();
  }

  private Observation observe() {
    return FakeScope.observe(
            new SnsTopic(),
            Map.of(SnsClient.class, sns),
            recorded("aws_sns_topic", Map.of("id", Value.of(ARN))))
        .getFirst();
  }

  private static final class FakeSns implements SnsClient {
    private final Map<String, String> attributes = new HashMap<>();
    private String failure = "";

    @Override
    public GetTopicAttributesResponse getTopicAttributes(GetTopicAttributesRequest request) {
      if (!failure.isEmpty()) {
        throw error(failure, 403);
      }
      return GetTopicAttributesResponse.builder().attributes(attributes).build();
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
      return ListTagsForResourceResponse.builder()
          .tags(Tag.builder().key("team").value("core").build())
          .build();
    }

    @Override
    public ListTopicsResponse listTopics(ListTopicsRequest request) {
      return ListTopicsResponse.builder().topics(Topic.builder().topicArn(ARN).build()).build();
    }

    @Override
    public String serviceName() {
      return "sns";
    }

    @Override
    public void close() {}
  }
}
