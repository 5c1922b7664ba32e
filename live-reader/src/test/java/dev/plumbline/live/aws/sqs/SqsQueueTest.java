package dev.plumbline.live.aws.sqs;

import static dev.plumbline.live.aws.FakeScope.error;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.ListQueueTagsRequest;
import software.amazon.awssdk.services.sqs.model.ListQueueTagsResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

final class SqsQueueTest {

  private static final String URL = "https://sqs.us-east-1.amazonaws.com/123456789012/jobs";

  private final FakeSqs sqs = new FakeSqs();

  @Test
  void reads_a_queue_under_terraforms_own_names() {
    Value.Mapping attributes = found();

    assertThat(attributes.at("name")).isEqualTo(Value.of("jobs"));
    assertThat(attributes.at("visibility_timeout_seconds")).isEqualTo(Value.of(45));
    assertThat(attributes.at("fifo_queue")).isEqualTo(Value.of(false));
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
  }

  @Test
  void an_attribute_that_sqs_leaves_out_is_observed_as_unset() {
    assertThat(found().entries()).containsEntry("policy", Value.none());
  }

  @Test
  void a_queue_that_sqs_says_does_not_exist_is_gone() {
    sqs.failure = "AWS.SimpleQueueService.NonExistentQueue";

    assertThat(observe()).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    sqs.failure = "AccessDenied";

    assertThat(observe())
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> {
              assertThat(unreadable.action()).isEqualTo("sqs:GetQueueAttributes");
              assertThat(unreadable.reason()).contains("access denied");
            });
  }

  private Value.Mapping found() {
    assertThat(observe()).isInstanceOf(Observation.Found.class);
    return ((Observation.Found) observe()).attributes();
  }

  private Observation observe() {
    RecordedResource queue = recorded("aws_sqs_queue", Map.of("id", Value.of(URL)));
    return FakeScope.observe(new SqsQueue(), Map.of(SqsClient.class, sqs), queue).getFirst();
  }

  private static final class FakeSqs implements SqsClient {
    private String failure = "";

    @Override
    public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
      if (!failure.isEmpty()) {
        throw error(failure, 400);
      }
      return GetQueueAttributesResponse.builder()
          .attributes(
              Map.of(
                  QueueAttributeName.QUEUE_ARN, "arn:aws:sqs:us-east-1:123456789012:jobs",
                  QueueAttributeName.VISIBILITY_TIMEOUT, "45"))
          .build();
    }

    @Override
    public ListQueueTagsResponse listQueueTags(ListQueueTagsRequest request) {
      return ListQueueTagsResponse.builder().tags(Map.of("team", "core")).build();
    }

    @Override
    public String serviceName() {
      return "sqs";
    }

    @Override
    public void close() {}
  }
}
