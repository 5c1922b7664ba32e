package dev.plumbline.live.aws.s3;

import static dev.plumbline.engine.Meaning.INSTANT;
import static dev.plumbline.engine.Meaning.UNORDERED;

import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.Defaults;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;

/** {@code aws_s3_bucket_lifecycle_configuration}. S3 does not keep the order of the rules. */
public final class S3BucketLifecycleConfiguration
    extends PartOfBucket<GetBucketLifecycleConfigurationResponse> {

  public S3BucketLifecycleConfiguration() {
    super("aws_s3_bucket_lifecycle_configuration", BucketParts.LIFECYCLE);
  }

  private static final String SIZE = "transition_default_minimum_object_size";

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(UNORDERED, "rule")
        .with(INSTANT, "rule.expiration.date", "rule.transition.date")
        .withUnobservable(SENT_ALONG, "expected_bucket_owner");
  }

  @Override
  void read(
      GetBucketLifecycleConfigurationResponse answer, RecordedResource recorded, Attributes into) {
    into.put("rule", Value.of(answer.rules().stream().map(LifecycleRules::block).toList()))
        .put(
            SIZE,
            Defaults.orRecorded(
                Shape.of(answer.transitionDefaultMinimumObjectSizeAsString()),
                recorded.at(SIZE),
                Value.of("all_storage_classes_128K")::equals));
  }

  @Override
  boolean absent(GetBucketLifecycleConfigurationResponse answer) {
    return answer.rules().isEmpty();
  }
}
