package dev.plumbline.live.aws.s3;

import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.state.RecordedResource;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;

/**
 * {@code aws_s3_bucket_versioning}. A bucket on which it was never switched on says nothing, for
 * which the provider writes {@code Disabled}.
 */
public final class S3BucketVersioning extends PartOfBucket<GetBucketVersioningResponse> {

  public S3BucketVersioning() {
    super("aws_s3_bucket_versioning", BucketParts.VERSIONING);
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.withUnobservable(SENT_ALONG, "mfa", "expected_bucket_owner");
  }

  @Override
  void read(GetBucketVersioningResponse answer, RecordedResource recorded, Attributes into) {
    String configuration = "versioning_configuration";
    into.put(configuration, BucketBlocks.versioningStatus(answer, recorded.at(configuration)));
  }
}
