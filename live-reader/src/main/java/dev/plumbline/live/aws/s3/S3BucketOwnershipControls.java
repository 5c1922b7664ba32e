package dev.plumbline.live.aws.s3;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.state.RecordedResource;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsResponse;

/** {@code aws_s3_bucket_ownership_controls}. */
public final class S3BucketOwnershipControls
    extends PartOfBucket<GetBucketOwnershipControlsResponse> {

  public S3BucketOwnershipControls() {
    super("aws_s3_bucket_ownership_controls", BucketParts.OWNERSHIP);
  }

  @Override
  void read(GetBucketOwnershipControlsResponse answer, RecordedResource recorded, Attributes into) {
    var controls = answer.ownershipControls();
    into.put("rule", controls == null ? null : controls.rules());
  }
}
