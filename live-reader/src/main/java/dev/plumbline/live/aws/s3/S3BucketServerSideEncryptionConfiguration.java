package dev.plumbline.live.aws.s3;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * {@code aws_s3_bucket_server_side_encryption_configuration}. A bucket whose configuration was
 * deleted falls back to what S3 does on its own, and is not gone.
 */
public final class S3BucketServerSideEncryptionConfiguration implements ResourceType {

  @Override
  public String name() {
    return "aws_s3_bucket_server_side_encryption_configuration";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(BucketParts.ENCRYPTION.action()));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.withUnobservable(
        "only sent along when it is changed", "expected_bucket_owner");
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_s3_bucket", "id", "bucket"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return BucketParts.ENCRYPTION.observe(
        batch,
        (answer, recorded) ->
            batch
                .attributes()
                .put("id", recorded.id())
                .put("bucket", BucketPart.bucketOf(recorded))
                .put("rule", answer.serverSideEncryptionConfiguration().rules())
                .found());
  }
}
