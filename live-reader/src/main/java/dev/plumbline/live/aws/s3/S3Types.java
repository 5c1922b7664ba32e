package dev.plumbline.live.aws.s3;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of S3, with what makes each reader. */
public final class S3Types {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_s3_bucket", S3Bucket::new),
          Map.entry("aws_s3_bucket_acl", S3BucketAcl::new),
          Map.entry("aws_s3_bucket_cors_configuration", S3BucketCorsConfiguration::new),
          Map.entry("aws_s3_bucket_lifecycle_configuration", S3BucketLifecycleConfiguration::new),
          Map.entry("aws_s3_bucket_logging", S3BucketLogging::new),
          Map.entry("aws_s3_bucket_notification", S3BucketNotification::new),
          Map.entry("aws_s3_bucket_ownership_controls", S3BucketOwnershipControls::new),
          Map.entry("aws_s3_bucket_policy", S3BucketPolicy::new),
          Map.entry("aws_s3_bucket_public_access_block", S3BucketPublicAccessBlock::new),
          Map.entry(
              "aws_s3_bucket_replication_configuration", S3BucketReplicationConfiguration::new),
          Map.entry(
              "aws_s3_bucket_server_side_encryption_configuration",
              S3BucketServerSideEncryptionConfiguration::new),
          Map.entry("aws_s3_bucket_versioning", S3BucketVersioning::new),
          Map.entry("aws_s3_bucket_website_configuration", S3BucketWebsiteConfiguration::new),
          Map.entry("aws_s3_object", S3Object::new));

  private S3Types() {}
}
