package dev.plumbline.live.aws.s3;

import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.state.RecordedResource;
import software.amazon.awssdk.services.s3.model.GetBucketCorsResponse;

/** {@code aws_s3_bucket_cors_configuration}. */
public final class S3BucketCorsConfiguration extends PartOfBucket<GetBucketCorsResponse> {

  public S3BucketCorsConfiguration() {
    super("aws_s3_bucket_cors_configuration", BucketParts.CORS);
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.withUnobservable(SENT_ALONG, "expected_bucket_owner");
  }

  @Override
  void read(GetBucketCorsResponse answer, RecordedResource recorded, Attributes into) {
    into.put("cors_rule", answer.corsRules());
  }

  @Override
  boolean absent(GetBucketCorsResponse answer) {
    return answer.corsRules().isEmpty();
  }
}
