package dev.plumbline.live.aws.s3;

import static dev.plumbline.engine.Meaning.INSTANT;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * {@code aws_s3_object}, by its bucket and key; its id is the key, since provider 6 behind the
 * bucket. Its head and its tags are read, never its content: the ETag tells that it changed.
 */
public final class S3Object implements ResourceType {

  /** What S3 asks for a head; without the permission to list it denies what does not exist. */
  private static final String HEAD = "s3:GetObject";

  private static final String LIST = "s3:ListBucket";
  private static final String TAGS = "s3:GetObjectTagging";
  private static final Set<String> NO_OBJECT = Set.of("NoSuchKey", "NoSuchBucket");
  private static final Set<String> NO_TAGS = Set.of("NoSuchTagSet", "NoSuchTagSetError");

  /** How the names of directory buckets end, whose objects have no tags. */
  private static final String DIRECTORY = "--x-s3";

  @Override
  public String name() {
    return "aws_s3_object";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(HEAD, LIST, TAGS));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(INSTANT, "object_lock_retain_until_date")
        .withUnobservable("never fetched; the ETag tells", "content", "content_base64")
        .withUnobservable(
            "local to Terraform", "force_destroy", "override_provider", "source", "source_hash")
        .withUnobservable("only said when it is uploaded", "acl", "checksum_algorithm");
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_s3_bucket", "id", "bucket"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(object -> observe(batch, object));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    String bucket = recorded.at("bucket").text();
    String key = ObjectHead.cleaned(recorded.at("key").text());
    ChecksumMode checksums =
        recorded.at("checksum_algorithm").isEmpty() ? null : ChecksumMode.ENABLED;
    AwsScope scope = batch.scope();
    return scope
        .find(
            HEAD,
            NO_OBJECT,
            () ->
                BucketPart.client(scope)
                    .headObject(r -> r.bucket(bucket).key(key).checksumMode(checksums)))
        .<Observation>map(head -> observed(batch, recorded, key, head))
        .orElseGet(() -> new Observation.Gone("s3:HeadObject says that the object does not exist"));
  }

  private static Observation observed(
      Batch batch, RecordedResource recorded, String key, HeadObjectResponse head) {
    String bucket = recorded.at("bucket").text();
    AwsScope scope = batch.scope();
    Attributes attributes =
        ObjectHead.of(batch.attributes(), head)
            .put("id", recorded.id())
            .put("bucket", bucket)
            .put("key", recorded.at("key"));
    if (!bucket.startsWith("arn:")) {
      attributes.put("arn", "arn:%s:s3:::%s/%s".formatted(scope.partition(), bucket, key));
    }
    if (!bucket.endsWith(DIRECTORY)) {
      attributes.tags(tags(scope, bucket, key));
    }
    return attributes.found();
  }

  private static List<Tag> tags(AwsScope scope, String bucket, String key) {
    return scope
        .find(
            TAGS,
            NO_TAGS,
            () -> BucketPart.client(scope).getObjectTagging(r -> r.bucket(bucket).key(key)))
        .map(GetObjectTaggingResponse::tagSet)
        .orElse(List.of());
  }
}
