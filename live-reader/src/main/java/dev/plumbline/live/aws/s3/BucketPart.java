package dev.plumbline.live.aws.s3;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ReadFailure;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * One part of a bucket, which S3 answers by a call of its own.
 *
 * @param action the IAM action
 * @param owner the resource type that owns the part where the state has one, "" where none may
 * @param attributes the attributes of {@code aws_s3_bucket} that show it
 * @param call asks S3
 * @param reader puts S3's answer into those attributes
 * @param <T> S3's answer
 */
record BucketPart<T>(
    String action,
    String owner,
    List<String> attributes,
    BiFunction<S3Client, String, T> call,
    Reader<T> reader) {

  private static final Set<String> NO_BUCKET = Set.of("NoSuchBucket");

  private static final Set<String> ABSENT =
      Set.of(
          "NoSuchBucketPolicy",
          "NoSuchCORSConfiguration",
          "NoSuchLifecycleConfiguration",
          "NoSuchPublicAccessBlockConfiguration",
          "NoSuchTagSet",
          "NoSuchWebsiteConfiguration",
          "ObjectLockConfigurationNotFoundError",
          "OwnershipControlsNotFoundError",
          "ReplicationConfigurationNotFoundError",
          "ServerSideEncryptionConfigurationNotFoundError");

  private static final Set<String> UNKNOWN =
      Set.of(
          "MethodNotAllowed",
          "NotImplemented",
          "UnsupportedArgument",
          "UnsupportedOperation",
          "XNotImplemented");

  /** Parts that few buckets have, by their own type. */
  private static final Set<String> RARE =
      Set.of(
          "aws_s3_bucket_accelerate_configuration",
          "aws_s3_bucket_cors_configuration",
          "aws_s3_bucket_logging",
          "aws_s3_bucket_object_lock_configuration",
          "aws_s3_bucket_replication_configuration",
          "aws_s3_bucket_request_payment_configuration",
          "aws_s3_bucket_website_configuration");

  private static final Set<Value> DEFAULTS = Set.of(Value.of(false), Value.of("BucketOwner"));

  /** Puts S3's answer into the bucket's attributes. */
  @FunctionalInterface
  interface Reader<T> {
    void read(T answer, RecordedResource recorded, Attributes attributes);
  }

  /** Asks S3, once in a scan for each bucket. */
  Setting<T> ask(AwsScope scope, String bucket) {
    S3Client s3 = client(scope);
    return scope.shared(
        action + "/" + bucket,
        () ->
            scope
                .find(action, NO_BUCKET, () -> answer(s3, bucket))
                .orElse(new Setting.NoBucket<>()));
  }

  private Setting<T> answer(S3Client s3, String bucket) {
    try {
      return new Setting.Present<>(call.apply(s3, bucket));
    } catch (AwsServiceException refusal) {
      AwsErrorDetails details = refusal.awsErrorDetails();
      String code = details == null ? "" : String.valueOf(details.errorCode());
      if (ABSENT.contains(code)) {
        return new Setting.Absent<>(code);
      }
      if (UNKNOWN.contains(code)) {
        return new Setting.Unknown<>(code);
      }
      throw refusal;
    }
  }

  /** Whether a resource of the part's own is recorded for that bucket: it is judged there. */
  boolean owned(AwsScope scope, String bucket) {
    return !owner.isEmpty()
        && scope.recorded(owner).anyMatch(part -> part.at("bucket").text().equals(bucket));
  }

  /**
   * Whether some recorded resource uses the part: one of its own type, or a bucket that records
   * more of it than S3's default. What nothing uses is not asked for.
   */
  boolean used(AwsScope scope) {
    return !RARE.contains(owner)
        || scope.recorded(owner).findAny().isPresent()
        || scope
            .recorded("aws_s3_bucket")
            .flatMap(bucket -> attributes.stream().map(bucket::at))
            .anyMatch(value -> !value.isEmpty() && !DEFAULTS.contains(value));
  }

  /**
   * Asks for the bucket's part, and answers what puts it into the bucket's attributes; an absent
   * one is observed as unset.
   *
   * @throws ReadFailure where the bucket vanished while it was read, or did not answer
   */
  Consumer<Attributes> reading(AwsScope scope, RecordedResource recorded) {
    Setting<T> setting = ask(scope, recorded.id());
    if (setting instanceof Setting.NoBucket<T>) {
      throw vanished();
    }
    return into -> {
      attributes.forEach(attribute -> into.put(attribute, null));
      if (setting instanceof Setting.Present<T>(var answer)) {
        reader.read(answer, recorded, into);
      }
    };
  }

  /**
   * Observes resources that each are this part of a bucket.
   *
   * @param found makes the observation from S3's answer
   */
  List<Observation> observe(Batch batch, BiFunction<T, RecordedResource, Observation> found) {
    return batch.each(
        recorded -> {
          Setting<T> setting = ask(batch.scope(), bucketOf(recorded));
          return setting instanceof Setting.Present<T>(var answer)
              ? found.apply(answer, recorded)
              : missing(setting);
        });
  }

  /** The bucket was there when its reading began. */
  ReadFailure vanished() {
    return new ReadFailure(
        ReadFailure.Kind.IN_TRANSITION, action, "in transition (deleted); read again later.");
  }

  /** What it means for the part's own resource that it is not there. */
  Observation missing(Setting<T> setting) {
    return switch (setting) {
      case Setting.Absent<T>(var code) ->
          new Observation.Gone("%s says that the bucket has none (%s)".formatted(action, code));
      case Setting.NoBucket<T>() ->
          new Observation.Gone(action + " says that the bucket does not exist");
      case Setting.Unknown<T>(var code) ->
          new Observation.Unreadable(action, "%s answered %s.".formatted(action, code));
      case Setting.Present<T> _ ->
          throw new IllegalArgumentException(action + " answered, so nothing is missing");
    };
  }

  /** The bucket's name; an id may have the bucket's expected owner behind a comma. */
  static String bucketOf(RecordedResource recorded) {
    String named = recorded.at("bucket").text();
    return named.isEmpty() ? recorded.id().split(",", 2)[0] : named;
  }

  /** Bucket host names reach AWS only; where something stands in for it, the path names them. */
  static S3Client client(AwsScope scope) {
    return scope.client(S3Client.class, () -> builder(scope.endpointOverridden()));
  }

  private static S3ClientBuilder builder(boolean pathStyle) {
    return S3Client.builder().forcePathStyle(pathStyle);
  }
}
