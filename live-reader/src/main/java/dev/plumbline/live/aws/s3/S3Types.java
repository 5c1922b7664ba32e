package dev.plumbline.live.aws.s3;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of S3, with what makes each reader. */
public final class S3Types {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_s3_bucket", S3Bucket::new),
          Map.entry("aws_s3_bucket_policy", S3BucketPolicy::new),
          Map.entry("aws_s3_bucket_public_access_block", S3BucketPublicAccessBlock::new),
          Map.entry(
              "aws_s3_bucket_server_side_encryption_configuration",
              S3BucketServerSideEncryptionConfiguration::new),
          Map.entry("aws_s3_bucket_versioning", S3BucketVersioning::new));

  private S3Types() {}
}
