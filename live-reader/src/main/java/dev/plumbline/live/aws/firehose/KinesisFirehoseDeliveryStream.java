package dev.plumbline.live.aws.firehose;

import static dev.plumbline.engine.Meaning.INSTANT;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.Page;
import dev.plumbline.live.aws.ReadFailure;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamDescription;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamStatus;
import software.amazon.awssdk.services.firehose.model.DescribeDeliveryStreamResponse;
import software.amazon.awssdk.services.firehose.model.ListDeliveryStreamsResponse;
import software.amazon.awssdk.services.firehose.model.ListTagsForDeliveryStreamResponse;
import software.amazon.awssdk.services.firehose.model.Tag;

/**
 * {@code aws_kinesis_firehose_delivery_stream}, named by its ARN and asked for by its name: two
 * calls each, with the tags. The secrets of its destinations (a database's password, an endpoint's
 * access key or token, a private key) are never taken over, even where the API answers them.
 */
public final class KinesisFirehoseDeliveryStream implements ResourceType {

  private static final String DESCRIBE = "firehose:DescribeDeliveryStream";
  private static final String TAGS = "firehose:ListTagsForDeliveryStream";
  private static final String LIST = "firehose:ListDeliveryStreams";
  private static final Set<String> NOT_FOUND = Set.of("ResourceNotFoundException");
  private static final int TAG_PAGE = 50;

  /** Firehose's limit. */
  private static final int PAGE = 10_000;

  private static final Set<DeliveryStreamStatus> MOVING =
      Set.of(DeliveryStreamStatus.CREATING, DeliveryStreamStatus.DELETING);

  @Override
  public String name() {
    return "aws_kinesis_firehose_delivery_stream";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(DESCRIBE, TAGS, LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.with(INSTANT, "msk_source_configuration.read_from_timestamp");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(recorded -> observe(batch, recorded));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    AwsScope scope = batch.scope();
    String name = nameOf(recorded);
    return scope
        .find(
            DESCRIBE,
            NOT_FOUND,
            () -> client(scope).describeDeliveryStream(r -> r.deliveryStreamName(name)))
        .map(DescribeDeliveryStreamResponse::deliveryStreamDescription)
        .map(stream -> observed(batch, recorded, stream))
        .orElseGet(
            () -> new Observation.Gone(DESCRIBE + " says that the delivery stream does not exist"));
  }

  private static Observation observed(
      Batch batch, RecordedResource recorded, DeliveryStreamDescription stream) {
    if (MOVING.contains(stream.deliveryStreamStatus())) {
      throw new ReadFailure(
          ReadFailure.Kind.IN_TRANSITION,
          DESCRIBE,
          "in transition (%s); read again later.".formatted(stream.deliveryStreamStatusAsString()));
    }
    return Destinations.put(batch.attributes(), stream)
        .put("id", recorded.id())
        .put("arn", stream.deliveryStreamARN())
        .put("name", stream.deliveryStreamName())
        .put("version_id", stream.versionId())
        .tags(tags(batch.scope(), stream.deliveryStreamName()))
        .found();
  }

  private static List<Tag> tags(AwsScope scope, String stream) {
    return scope.call(
        TAGS,
        () ->
            Page.all(
                last -> {
                  ListTagsForDeliveryStreamResponse page =
                      client(scope)
                          .listTagsForDeliveryStream(
                              r ->
                                  r.deliveryStreamName(stream)
                                      .exclusiveStartTagKey(last)
                                      .limit(TAG_PAGE));
                  return new Page<>(
                      page.tags(), page.hasMoreTags() ? page.tags().getLast().key() : null);
                }));
  }

  @Override
  public List<String> discover(AwsScope scope) {
    List<String> names =
        scope.call(
            LIST,
            () ->
                Page.all(
                    last -> {
                      ListDeliveryStreamsResponse page =
                          client(scope)
                              .listDeliveryStreams(
                                  r -> r.exclusiveStartDeliveryStreamName(last).limit(PAGE));
                      List<String> some = page.deliveryStreamNames();
                      return new Page<>(
                          some, page.hasMoreDeliveryStreams() ? some.getLast() : null);
                    }));
    return names.stream().map(name -> scope.arn("firehose", "deliverystream/" + name)).toList();
  }

  private static String nameOf(RecordedResource stream) {
    String name = stream.at("name").text();
    return name.isEmpty() ? stream.id().substring(stream.id().lastIndexOf('/') + 1) : name;
  }

  private static FirehoseClient client(AwsScope scope) {
    return scope.client(FirehoseClient.class, FirehoseClient::builder);
  }
}
