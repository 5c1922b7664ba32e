package dev.plumbline.live.aws.firehose;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamDescription;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionConfiguration;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus;
import software.amazon.awssdk.services.firehose.model.DestinationDescription;
import software.amazon.awssdk.services.firehose.model.SourceDescription;

/** Where a delivery stream takes from and delivers to: one block of the nine that it may have. */
final class Destinations {

  /** The kind's name for each of the API's, which is also its block's but for an ending. */
  private static final Map<String, String> KINDS =
      Map.of(
          "elasticsearch_destination_description", "elasticsearch",
          "http_endpoint_destination_description", "http_endpoint",
          "iceberg_destination_description", "iceberg",
          "amazonopensearchservice_destination_description", "opensearch",
          "amazon_open_search_serverless_destination_description", "opensearchserverless",
          "redshift_destination_description", "redshift",
          "snowflake_destination_description", "snowflake",
          "splunk_destination_description", "splunk");

  /** What S3 alone is, which the other kinds write to as well. */
  private static final String S3 = "extended_s3";

  /** What the provider writes where no encryption is on. */
  private static final Value UNENCRYPTED =
      Value.of(
          Map.of(
              "enabled", Value.of(false),
              "key_arn", Value.none(),
              "key_type", Value.of("AWS_OWNED_CMK")));

  private Destinations() {}

  /** Puts the source, the encryption and the destination; other kinds are observed as unset. */
  static Attributes put(Attributes attributes, DeliveryStreamDescription stream) {
    SourceDescription source = stream.source();
    attributes
        .put(
            "kinesis_source_configuration",
            source == null ? null : block(source.kinesisStreamSourceDescription()))
        .put(
            "msk_source_configuration",
            source == null ? null : block(source.mskSourceDescription()))
        .put("server_side_encryption", encryption(stream.deliveryStreamEncryptionConfiguration()));
    KINDS.values().forEach(kind -> attributes.put(kind + "_configuration", null));
    attributes.put(S3 + "_configuration", null);
    return stream.destinations().isEmpty()
        ? attributes
        : put(attributes, stream.destinations().getFirst());
  }

  private static Attributes put(Attributes attributes, DestinationDescription destination) {
    SequencedMap<String, Value> fields = Shape.fields(destination).entries();
    String described =
        KINDS.keySet().stream()
            .filter(field -> !fields.getOrDefault(field, Value.none()).isEmpty())
            .findFirst()
            .orElse("extended_s3_destination_description");
    String kind = KINDS.getOrDefault(described, S3);
    return attributes
        .put("destination", kind)
        .put("destination_id", destination.destinationId())
        .put(
            kind + "_configuration",
            DestinationBlocks.of(kind, fields.getOrDefault(described, Value.none())));
  }

  private static Value encryption(@Nullable DeliveryStreamEncryptionConfiguration encryption) {
    if (encryption == null || encryption.status() != DeliveryStreamEncryptionStatus.ENABLED) {
      return UNENCRYPTED;
    }
    Map<String, Value> block = new TreeMap<>(Shape.fields(encryption).entries());
    block.put("enabled", Value.of(true));
    return Value.of(List.of(Value.of(block)));
  }

  private static Value block(@Nullable SdkPojo source) {
    return Shape.of(source);
  }
}
