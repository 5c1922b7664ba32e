package dev.plumbline.live.aws.firehose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeClient;
import dev.plumbline.state.Value;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamDescription;
import software.amazon.awssdk.services.firehose.model.DescribeDeliveryStreamRequest;
import software.amazon.awssdk.services.firehose.model.DescribeDeliveryStreamResponse;
import software.amazon.awssdk.services.firehose.model.ListDeliveryStreamsRequest;
import software.amazon.awssdk.services.firehose.model.ListDeliveryStreamsResponse;
import software.amazon.awssdk.services.firehose.model.ListTagsForDeliveryStreamRequest;
import software.amazon.awssdk.services.firehose.model.ListTagsForDeliveryStreamResponse;

/** The stream itself; its destinations are {@link DestinationsTest}'s. */
final class KinesisFirehoseDeliveryStreamTest {

  private static final String ARN = "arn:aws:firehose:us-east-1:123456789012:deliverystream/clicks";
  private static final KinesisFirehoseDeliveryStream TYPE = new KinesisFirehoseDeliveryStream();
  private static final Map<String, String> RECORDED = Map.of("id", ARN, "name", "clicks");

  private final FakeClient<FirehoseClient> firehose = FakeClient.of(FirehoseClient.class);

  @BeforeEach
  void account() {
    stream(_ -> {});
    firehose.on(
        ListTagsForDeliveryStreamRequest.class,
        ListTagsForDeliveryStreamResponse.builder()
            .tags(tag -> tag.key("team").value("core"))
            .hasMoreTags(false)
            .build());
  }

  @ParameterizedTest
  @CsvSource({
    "arn,            arn:aws:firehose:us-east-1:123456789012:deliverystream/clicks",
    "name,           clicks",
    "version_id,     3",
    "destination,    extended_s3",
    "destination_id, destinationId-000000000001",
  })
  void reads_a_stream_under_terraforms_own_names(String attribute, String value) {
    assertThat(firehose.found(TYPE, RECORDED).at(attribute)).isEqualTo(Value.of(value));
  }

  @Test
  void a_stream_that_is_not_encrypted_has_the_default_key_type() {
    Value encryption = first(firehose.found(TYPE, RECORDED).at("server_side_encryption"));

    assertThat(encryption.at("enabled")).isEqualTo(Value.of(false));
    assertThat(encryption.at("key_type")).isEqualTo(Value.of("AWS_OWNED_CMK"));
  }

  @Test
  void an_encrypted_stream_names_its_key() {
    stream(
        stream ->
            stream.deliveryStreamEncryptionConfiguration(
                e -> e.status("ENABLED").keyType("CUSTOMER_MANAGED_CMK").keyARN("arn:key")));

    Value encryption = first(firehose.found(TYPE, RECORDED).at("server_side_encryption"));

    assertThat(encryption.at("enabled")).isEqualTo(Value.of(true));
    assertThat(encryption.at("key_type")).isEqualTo(Value.of("CUSTOMER_MANAGED_CMK"));
    assertThat(encryption.at("key_arn")).isEqualTo(Value.of("arn:key"));
  }

  @Test
  void a_source_is_a_stream_or_a_topic_of_a_cluster() {
    stream(
        stream ->
            stream.source(
                source ->
                    source
                        .kinesisStreamSourceDescription(
                            k -> k.kinesisStreamARN("arn:stream").roleARN("arn:role"))
                        .mskSourceDescription(
                            m ->
                                m.mskClusterARN("arn:cluster")
                                    .topicName("ships")
                                    .readFromTimestamp(Instant.EPOCH)
                                    .authenticationConfiguration(
                                        a -> a.connectivity("PRIVATE").roleARN("arn:role")))));

    Value.Mapping stream = firehose.found(TYPE, RECORDED);

    assertThat(first(stream.at("kinesis_source_configuration")).at("kinesis_stream_arn"))
        .isEqualTo(Value.of("arn:stream"));
    Value msk = first(stream.at("msk_source_configuration"));
    assertThat(msk.at("msk_cluster_arn")).isEqualTo(Value.of("arn:cluster"));
    assertThat(msk.at("read_from_timestamp")).isEqualTo(Value.of("1970-01-01T00:00:00Z"));
    assertThat(first(msk.at("authentication_configuration")).at("connectivity"))
        .isEqualTo(Value.of("PRIVATE"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CREATING", "DELETING"})
  void a_stream_in_transition_is_not_compared(String status) {
    stream(stream -> stream.deliveryStreamStatus(status));

    assertThat(firehose.observe(TYPE, RECORDED))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).contains("in transition", status));
  }

  @Test
  void a_stream_that_firehose_says_does_not_exist_is_gone() {
    firehose.failing(DescribeDeliveryStreamRequest.class, "ResourceNotFoundException");

    assertThat(firehose.observe(TYPE, RECORDED)).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    firehose.assertDenied(
        DescribeDeliveryStreamRequest.class, "firehose:DescribeDeliveryStream", TYPE, RECORDED);
    firehose.assertDenied(
        ListTagsForDeliveryStreamRequest.class,
        "firehose:ListTagsForDeliveryStream",
        TYPE,
        RECORDED);
  }

  @Test
  void discovers_all_pages_of_streams_by_arn() {
    firehose.asked(
        ListDeliveryStreamsRequest.class,
        request ->
            request.exclusiveStartDeliveryStreamName() == null
                ? ListDeliveryStreamsResponse.builder()
                    .deliveryStreamNames("clicks")
                    .hasMoreDeliveryStreams(true)
                    .build()
                : ListDeliveryStreamsResponse.builder()
                    .deliveryStreamNames("views")
                    .hasMoreDeliveryStreams(false)
                    .build());

    assertThat(firehose.discover(TYPE)).containsExactly(ARN, ARN.replace("clicks", "views"));
  }

  private void stream(Consumer<DeliveryStreamDescription.Builder> more) {
    DeliveryStreamDescription.Builder stream =
        DeliveryStreamDescription.builder()
            .deliveryStreamARN(ARN)
            .deliveryStreamName("clicks")
            .deliveryStreamStatus("ACTIVE")
            .versionId("3")
            .destinations(
                d ->
                    d.destinationId("destinationId-000000000001")
                        .extendedS3DestinationDescription(s3 -> s3.bucketARN("arn:b")));
    more.accept(stream);
    firehose.on(
        DescribeDeliveryStreamRequest.class,
        DescribeDeliveryStreamResponse.builder().deliveryStreamDescription(stream.build()).build());
  }

  private static Value first(Value list) {
    return list.items().getFirst();
  }
}
