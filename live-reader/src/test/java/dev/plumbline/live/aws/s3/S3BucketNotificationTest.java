package dev.plumbline.live.aws.s3;

import static dev.plumbline.live.aws.s3.PartCase.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.state.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.NotificationConfigurationFilter;

final class S3BucketNotificationTest {

  private final PartCase part =
      new PartCase(new S3BucketNotification(), GetBucketNotificationConfigurationResponse.class);

  @ParameterizedTest
  @CsvSource({
    "lambda_function.lambda_function_arn, arn:lambda",
    "lambda_function.id, resize",
    "queue.queue_arn, arn:queue",
    "queue.filter_prefix, raw/",
    "queue.filter_suffix, .dng",
    "topic.topic_arn, arn:topic",
    "topic.filter_prefix, ''",
  })
  void reads_who_is_told(String path, String value) {
    Value found = at(part.found(rich()), path);

    assertThat(found.text()).isEqualTo(value);
  }

  @Test
  void event_bridge_is_told_where_its_empty_block_is_there() {
    assertThat(part.found(rich()).at("eventbridge")).isEqualTo(Value.of(true));
    assertThat(
            part.found(GetBucketNotificationConfigurationResponse.builder().build())
                .at("eventbridge"))
        .isEqualTo(Value.of(false));
  }

  private static GetBucketNotificationConfigurationResponse rich() {
    NotificationConfigurationFilter filter =
        NotificationConfigurationFilter.builder()
            .key(
                k ->
                    k.filterRules(
                        f -> f.name("Prefix").value("raw/"), f -> f.name("suffix").value(".dng")))
            .build();
    return GetBucketNotificationConfigurationResponse.builder()
        .eventBridgeConfiguration(e -> {})
        .lambdaFunctionConfigurations(
            l ->
                l.id("resize")
                    .lambdaFunctionArn("arn:lambda")
                    .eventsWithStrings("s3:ObjectCreated:*"))
        .queueConfigurations(
            q -> q.queueArn("arn:queue").eventsWithStrings("s3:ObjectCreated:*").filter(filter))
        .topicConfigurations(t -> t.topicArn("arn:topic").eventsWithStrings("s3:ObjectRemoved:*"))
        .build();
  }

  @Test
  void is_gone_with_its_bucket() {
    part.assertGone("NoSuchBucket");
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    part.assertDeniedIsUnreadable();
  }
}
