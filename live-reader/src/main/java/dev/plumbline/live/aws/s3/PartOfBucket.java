package dev.plumbline.live.aws.s3;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A resource type that is one part of a bucket, named by the bucket. The part is asked for once in
 * a scan: {@code aws_s3_bucket} leaves to it what it owns.
 *
 * @param <T> S3's answer
 */
abstract class PartOfBucket<T> implements ResourceType {

  /** Why what a change sends along is not observed. */
  static final String SENT_ALONG = "only sent along when it is changed";

  private final String name;
  private final BucketPart<T> part;

  PartOfBucket(String name, BucketPart<T> part) {
    this.name = name;
    this.part = part;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final SortedSet<String> actions() {
    return new TreeSet<>(Set.of(part.action()));
  }

  @Override
  public final Optional<String> aspect(String call) {
    return BucketParts.changedBy(call).map(BucketPart::action);
  }

  @Override
  public final Optional<Parent> parent() {
    return Optional.of(new Parent("aws_s3_bucket", "id", "bucket"));
  }

  @Override
  public final List<Observation> observe(Batch batch) {
    return part.observe(
        batch, (answer, recorded) -> absent(answer) ? none() : found(batch, answer, recorded));
  }

  private Observation found(Batch batch, T answer, RecordedResource recorded) {
    String bucket = BucketPart.bucketOf(recorded);
    Attributes attributes = batch.attributes().put("id", recorded.id()).put("bucket", bucket);
    place(bucket, batch.scope().region(), attributes);
    read(answer, recorded, attributes);
    return attributes.found();
  }

  private Observation none() {
    return new Observation.Gone(part.action() + " answers that the bucket has none");
  }

  /** Whether S3's answer says that the bucket has no such part. */
  boolean absent(T answer) {
    return false;
  }

  /** Puts in what the bucket's name and region tell. */
  void place(String bucket, String region, Attributes into) {}

  /** Puts S3's answer into the resource's own attributes. */
  abstract void read(T answer, RecordedResource recorded, Attributes into);
}
