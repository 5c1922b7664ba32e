package dev.plumbline.live.aws.s3;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** {@code aws_s3_bucket_public_access_block}: the bucket's own; the account's is another type. */
public final class S3BucketPublicAccessBlock implements ResourceType {

  @Override
  public String name() {
    return "aws_s3_bucket_public_access_block";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(BucketParts.PUBLIC_ACCESS.action()));
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_s3_bucket", "id", "bucket"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return BucketParts.PUBLIC_ACCESS.observe(
        batch,
        (answer, recorded) ->
            batch
                .attributes()
                .put("id", recorded.id())
                .put("bucket", BucketPart.bucketOf(recorded))
                .from(answer.publicAccessBlockConfiguration())
                .found());
  }
}
