package dev.plumbline.live.aws.s3;

import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.state.RecordedResource;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;

/**
 * {@code aws_s3_bucket_server_side_encryption_configuration}. A bucket whose configuration was
 * deleted falls back to what S3 does on its own, and is not gone.
 */
public final class S3BucketServerSideEncryptionConfiguration
    extends PartOfBucket<GetBucketEncryptionResponse> {

  public S3BucketServerSideEncryptionConfiguration() {
    super("aws_s3_bucket_server_side_encryption_configuration", BucketParts.ENCRYPTION);
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.withUnobservable(SENT_ALONG, "expected_bucket_owner");
  }

  @Override
  void read(GetBucketEncryptionResponse answer, RecordedResource recorded, Attributes into) {
    into.put("rule", answer.serverSideEncryptionConfiguration().rules());
  }
}
