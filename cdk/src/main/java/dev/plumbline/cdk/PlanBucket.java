package dev.plumbline.cdk;

import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/**
 * Where plans lie until they are applied, for a day at most. A plan holds values of resources,
 * secrets too, so it is under a key of its own where there is anything to plan.
 */
final class PlanBucket extends Construct {

  private final Bucket bucket;
  private final Optional<Key> key;

  PlanBucket(Construct scope, boolean used) {
    super(scope, "Plans");
    key = used ? Optional.of(key()) : Optional.empty();
    Bucket.Builder builder =
        Bucket.Builder.create(this, "Bucket")
            .enforceSsl(true)
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
            .versioned(true)
            .lifecycleRules(List.of(aDay()))
            .removalPolicy(RemovalPolicy.RETAIN);
    bucket =
        key.map(each -> builder.encryption(BucketEncryption.KMS).encryptionKey(each))
            .orElseGet(() -> builder.encryption(BucketEncryption.S3_MANAGED))
            .bucketKeyEnabled(used)
            .build();
  }

  Bucket bucket() {
    return bucket;
  }

  /** The key's ARN; nothing where nothing is planned. */
  List<String> keyArns() {
    return key.map(Key::getKeyArn).stream().toList();
  }

  private Key key() {
    return Key.Builder.create(this, "Key")
        .description("Encrypts Plumbline's plans")
        .enableKeyRotation(true)
        // Without it the plans that are left cannot be read, and a day later there are none.
        .removalPolicy(RemovalPolicy.DESTROY)
        .build();
  }

  private static LifecycleRule aDay() {
    return LifecycleRule.builder()
        .id("expire-plans")
        .expiration(Duration.days(1))
        .noncurrentVersionExpiration(Duration.days(1))
        .abortIncompleteMultipartUploadAfter(Duration.days(1))
        .build();
  }
}
