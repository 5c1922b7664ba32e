package dev.plumbline.live.aws.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeClient;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.DescribeStreamSummaryRequest;
import software.amazon.awssdk.services.kinesis.model.DescribeStreamSummaryResponse;
import software.amazon.awssdk.services.kinesis.model.ListStreamsRequest;
import software.amazon.awssdk.services.kinesis.model.ListStreamsResponse;
import software.amazon.awssdk.services.kinesis.model.ListTagsForStreamRequest;
import software.amazon.awssdk.services.kinesis.model.ListTagsForStreamResponse;
import software.amazon.awssdk.services.kinesis.model.StreamDescriptionSummary;

final class KinesisStreamTest {

  private static final String ARN = "arn:aws:kinesis:us-east-1:123456789012:stream/clicks";
  private static final KinesisStream TYPE = new KinesisStream();
  private static final Map<String, String> RECORDED = Map.of("id", ARN, "name", "clicks");

  private final FakeClient<KinesisClient> kinesis = FakeClient.of(KinesisClient.class);

  @BeforeEach
  void account() {
    stream(stream -> stream);
    kinesis.asked(
        ListTagsForStreamRequest.class,
        request ->
            request.exclusiveStartTagKey() == null
                ? ListTagsForStreamResponse.builder()
                    .tags(tag -> tag.key("a").value("1"))
                    .hasMoreTags(true)
                    .build()
                : ListTagsForStreamResponse.builder()
                    .tags(tag -> tag.key("b").value("2"))
                    .hasMoreTags(false)
                    .build());
  }

  @ParameterizedTest
  @CsvSource({
    "arn,              arn:aws:kinesis:us-east-1:123456789012:stream/clicks",
    "name,             clicks",
    "encryption_type,  KMS",
    "kms_key_id,       alias/aws/kinesis",
  })
  void reads_a_stream_under_terraforms_own_names(String attribute, String value) {
    assertThat(kinesis.found(TYPE, RECORDED).at(attribute)).isEqualTo(Value.of(value));
  }

  @Test
  void numbers_metrics_mode_and_all_pages_of_tags() {
    Value.Mapping stream = kinesis.found(TYPE, RECORDED);

    assertThat(stream.at("retention_period")).isEqualTo(Value.of(48));
    assertThat(stream.at("shard_count")).isEqualTo(Value.of(2));
    assertThat(stream.at("shard_level_metrics"))
        .isEqualTo(Value.of(List.of(Value.of("IncomingBytes"))));
    assertThat(stream.at("stream_mode_details").items().getFirst().at("stream_mode"))
        .isEqualTo(Value.of("PROVISIONED"));
    assertThat(stream.at("tags_all"))
        .isEqualTo(Value.of(Map.of("a", Value.of("1"), "b", Value.of("2"))));
  }

  @Test
  void on_demand_the_shards_are_not_the_states() {
    stream(stream -> stream.streamModeDetails(mode -> mode.streamMode("ON_DEMAND")));

    assertThat(kinesis.found(TYPE, RECORDED).entries()).containsEntry("shard_count", Value.none());
  }

  @ParameterizedTest
  @ValueSource(strings = {"CREATING", "UPDATING", "DELETING"})
  void a_stream_in_transition_is_not_compared(String status) {
    stream(stream -> stream.streamStatus(status));

    assertThat(kinesis.observe(TYPE, RECORDED))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).contains("in transition", status));
  }

  @Test
  void a_stream_that_kinesis_says_does_not_exist_is_gone() {
    kinesis.failing(DescribeStreamSummaryRequest.class, "ResourceNotFoundException");

    assertThat(kinesis.observe(TYPE, RECORDED)).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    kinesis.assertDenied(
        DescribeStreamSummaryRequest.class, "kinesis:DescribeStreamSummary", TYPE, RECORDED);
    kinesis.assertDenied(
        ListTagsForStreamRequest.class, "kinesis:ListTagsForStream", TYPE, RECORDED);
  }

  @Test
  void discovers_streams_by_name_as_they_are_imported() {
    kinesis.on(
        ListStreamsRequest.class,
        ListStreamsResponse.builder()
            .streamSummaries(stream -> stream.streamName("clicks"))
            .hasMoreStreams(false)
            .build());

    assertThat(kinesis.discover(TYPE)).containsExactly("clicks");
    assertThat(TYPE.importIds(FakeClient.recorded(TYPE.name(), Map.of("id", ARN))))
        .containsExactly("clicks");
  }

  private void stream(UnaryOperator<StreamDescriptionSummary.Builder> more) {
    StreamDescriptionSummary.Builder stream =
        StreamDescriptionSummary.builder()
            .streamARN(ARN)
            .streamName("clicks")
            .streamStatus("ACTIVE")
            .encryptionType("KMS")
            .keyId("alias/aws/kinesis")
            .retentionPeriodHours(48)
            .openShardCount(2)
            .enhancedMonitoring(each -> each.shardLevelMetricsWithStrings("IncomingBytes"))
            .streamModeDetails(mode -> mode.streamMode("PROVISIONED"));
    kinesis.on(
        DescribeStreamSummaryRequest.class,
        DescribeStreamSummaryResponse.builder()
            .streamDescriptionSummary(more.apply(stream).build())
            .build());
  }
}
