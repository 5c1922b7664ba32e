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
  static final String RUNS = "runs/";
  static final String SLICES = "slices/";

  /** As long as the table remembers a run. */
  private static final int RUN_DAYS = 30;

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
            .lifecycleRules(
                List.of(
                    expiry("expire-reports", REPORTS, reportRetentionDays),
                    expiry("expire-runs", RUNS, RUN_DAYS),
                    slices(),
                    tidying()))
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
  }

  Bucket bucket() {
    return bucket;
  }

  private static LifecycleRule expiry(String id, String prefix, int days) {
    return LifecycleRule.builder().id(id).prefix(prefix).expiration(Duration.days(days)).build();
  }

  /** What they are joined to is kept elsewhere; sealed or not, true values go soon. */
  private static LifecycleRule slices() {
    return LifecycleRule.builder()
        .id("expire-slices")
        .prefix(SLICES)
        .expiration(Duration.days(1))
        .noncurrentVersionExpiration(Duration.days(1))
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
