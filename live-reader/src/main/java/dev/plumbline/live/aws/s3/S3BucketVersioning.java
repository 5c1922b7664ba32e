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
 * {@code aws_s3_bucket_versioning}. A bucket on which it was never switched on says nothing, for
 * which the provider writes {@code Disabled}.
 */
public final class S3BucketVersioning implements ResourceType {

  @Override
  public String name() {
    return "aws_s3_bucket_versioning";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(BucketParts.VERSIONING.action()));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.withUnobservable(
        "only sent along when it is changed", "mfa", "expected_bucket_owner");
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_s3_bucket", "id", "bucket"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return BucketParts.VERSIONING.observe(
        batch,
        (answer, recorded) ->
            batch
                .attributes()
                .put("id", recorded.id())
                .put("bucket", BucketPart.bucketOf(recorded))
                .put(
                    "versioning_configuration",
                    BucketBlocks.versioningStatus(answer, recorded.at("versioning_configuration")))
                .found());
  }
}
