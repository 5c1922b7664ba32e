package dev.plumbline.live.aws.s3;

import static dev.plumbline.engine.Meaning.POLICY;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** {@code aws_s3_bucket_policy}: the policy document, gone where the bucket has none. */
public final class S3BucketPolicy implements ResourceType {

  @Override
  public String name() {
    return "aws_s3_bucket_policy";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(BucketParts.POLICY.action()));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.with(POLICY, "policy");
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_s3_bucket", "id", "bucket"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return BucketParts.POLICY.observe(
        batch,
        (answer, recorded) ->
            batch
                .attributes()
                .put("id", recorded.id())
                .put("bucket", BucketPart.bucketOf(recorded))
                .put("policy", answer.policy())
                .found());
  }
}
