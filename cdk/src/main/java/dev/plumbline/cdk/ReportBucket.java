package dev.plumbline.cdk;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/**
 * Reports, the fingerprints of what was last announced, and the configuration unless it lies
 * elsewhere. Kept when the stack is deleted.
 */
final class ReportBucket extends Construct {

  static final String CONFIGURATION = "plumbline.yaml";
  static final String REPORTS = "reports/";
  static final String FINGERPRINTS = "fingerprints/";

  private final Bucket bucket;

  ReportBucket(Construct scope, int reportRetentionDays) {
    super(scope, "Reports");
    bucket =
        Bucket.Builder.create(this, "Bucket")
            .encryption(BucketEncryption.S3_MANAGED)
            .enforceSsl(true)
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
            .versioned(true)
            .lifecycleRules(List.of(expiry(reportRetentionDays), tidying()))
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
  }

  Bucket bucket() {
    return bucket;
  }

  private static LifecycleRule expiry(int reportRetentionDays) {
    return LifecycleRule.builder()
        .id("expire-reports")
        .prefix(REPORTS)
        .expiration(Duration.days(reportRetentionDays))
        .build();
  }

  private static LifecycleRule tidying() {
    return LifecycleRule.builder()
        .id("tidy-up")
        .noncurrentVersionExpiration(Duration.days(30))
        .abortIncompleteMultipartUploadAfter(Duration.days(1))
        .build();
  }
}
