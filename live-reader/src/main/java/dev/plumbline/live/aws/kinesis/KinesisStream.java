package dev.plumbline.live.aws.kinesis;

import static dev.plumbline.engine.Meaning.CASE_INSENSITIVE;

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
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.DescribeStreamSummaryResponse;
import software.amazon.awssdk.services.kinesis.model.ListTagsForStreamResponse;
import software.amazon.awssdk.services.kinesis.model.StreamDescriptionSummary;
import software.amazon.awssdk.services.kinesis.model.StreamMode;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;
import software.amazon.awssdk.services.kinesis.model.StreamSummary;
import software.amazon.awssdk.services.kinesis.model.Tag;

/**
 * {@code aws_kinesis_stream}, named by its ARN and asked for by its name. The listing lacks most of
 * it: two calls each, with the tags.
 */
public final class KinesisStream implements ResourceType {

  private static final String DESCRIBE = "kinesis:DescribeStreamSummary";
  private static final String TAGS = "kinesis:ListTagsForStream";
  private static final String LIST = "kinesis:ListStreams";
  private static final Set<String> NOT_FOUND = Set.of("ResourceNotFoundException");
  private static final int TAG_PAGE = 50;
  private static final int PAGE = 1_000;

  @Override
  public String name() {
    return "aws_kinesis_stream";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(DESCRIBE, TAGS, LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(CASE_INSENSITIVE, "encryption_type")
        .withUnobservable("local to Terraform", "enforce_consumer_deletion");
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
            DESCRIBE, NOT_FOUND, () -> client(scope).describeStreamSummary(r -> r.streamName(name)))
        .map(DescribeStreamSummaryResponse::streamDescriptionSummary)
        .map(stream -> observed(batch, recorded, stream))
        .orElseGet(() -> new Observation.Gone(DESCRIBE + " says that the stream does not exist"));
  }

  private static Observation observed(
      Batch batch, RecordedResource recorded, StreamDescriptionSummary stream) {
    if (stream.streamStatus() != StreamStatus.ACTIVE) {
      throw new ReadFailure(
          ReadFailure.Kind.IN_TRANSITION,
          DESCRIBE,
          "in transition (%s); read again later.".formatted(stream.streamStatusAsString()));
    }
    boolean onDemand =
        stream.streamModeDetails() != null
            && stream.streamModeDetails().streamMode() == StreamMode.ON_DEMAND;
    return batch
        .attributes()
        .from(stream)
        .put("id", recorded.id())
        .put("arn", stream.streamARN())
        .put("name", stream.streamName())
        .put("kms_key_id", stream.keyId())
        .put("max_record_size_in_kib", stream.maxRecordSizeInKiB())
        .put("retention_period", stream.retentionPeriodHours())
        .put("shard_count", onDemand ? null : stream.openShardCount())
        .put("shard_level_metrics", metrics(stream))
        .tags(tags(batch.scope(), stream.streamName()))
        .found();
  }

  private static List<String> metrics(StreamDescriptionSummary stream) {
    return stream.enhancedMonitoring().stream()
        .flatMap(each -> each.shardLevelMetricsAsStrings().stream())
        .toList();
  }

  private static List<Tag> tags(AwsScope scope, String stream) {
    return scope.call(
        TAGS,
        () ->
            Page.all(
                last -> {
                  ListTagsForStreamResponse page =
                      client(scope)
                          .listTagsForStream(
                              r -> r.streamName(stream).exclusiveStartTagKey(last).limit(TAG_PAGE));
                  return new Page<>(
                      page.tags(), page.hasMoreTags() ? page.tags().getLast().key() : null);
                }));
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return scope.call(
        LIST,
        () ->
            client(scope).listStreamsPaginator(r -> r.limit(PAGE)).streamSummaries().stream()
                .map(StreamSummary::streamName)
                .toList());
  }

  @Override
  public List<String> importIds(RecordedResource stream) {
    return List.of(nameOf(stream));
  }

  private static String nameOf(RecordedResource stream) {
    String name = stream.at("name").text();
    return name.isEmpty() ? stream.id().substring(stream.id().lastIndexOf('/') + 1) : name;
  }

  private static KinesisClient client(AwsScope scope) {
    return scope.client(KinesisClient.class, KinesisClient::builder);
  }
}
