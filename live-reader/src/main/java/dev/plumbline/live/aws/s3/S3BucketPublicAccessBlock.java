package dev.plumbline.live.aws.s3;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.state.RecordedResource;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;

/** {@code aws_s3_bucket_public_access_block}: the bucket's own; the account's is another type. */
public final class S3BucketPublicAccessBlock extends PartOfBucket<GetPublicAccessBlockResponse> {

  public S3BucketPublicAccessBlock() {
    super("aws_s3_bucket_public_access_block", BucketParts.PUBLIC_ACCESS);
  }

  @Override
  void read(GetPublicAccessBlockResponse answer, RecordedResource recorded, Attributes into) {
    into.from(answer.publicAccessBlockConfiguration());
  }
}
