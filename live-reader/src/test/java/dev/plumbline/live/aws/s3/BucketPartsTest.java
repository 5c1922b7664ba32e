package dev.plumbline.live.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which part of a bucket a call changes, by the action that reads it. */
class BucketPartsTest {

  @ParameterizedTest
  @CsvSource({
    "PutBucketVersioning, s3:GetBucketVersioning",
    "PutBucketPolicy, s3:GetBucketPolicy",
    "DeleteBucketPolicy, s3:GetBucketPolicy",
    "PutBucketAcl, s3:GetBucketAcl",
    "PutBucketCors, s3:GetBucketCORS",
    "DeleteBucketCors, s3:GetBucketCORS",
    "PutBucketEncryption, s3:GetEncryptionConfiguration",
    "DeleteBucketEncryption, s3:GetEncryptionConfiguration",
    "PutBucketLifecycle, s3:GetLifecycleConfiguration",
    "PutBucketLifecycleConfiguration, s3:GetLifecycleConfiguration",
    "PutBucketLogging, s3:GetBucketLogging",
    "PutBucketNotification, s3:GetBucketNotification",
    "PutBucketPublicAccessBlock, s3:GetBucketPublicAccessBlock",
    "DeleteBucketPublicAccessBlock, s3:GetBucketPublicAccessBlock",
    "PutBucketReplication, s3:GetReplicationConfiguration",
    "PutBucketRequestPayment, s3:GetBucketRequestPayment",
    "PutBucketTagging, s3:GetBucketTagging",
    "DeleteBucketTagging, s3:GetBucketTagging",
    "PutBucketWebsite, s3:GetBucketWebsite",
    "PutAccelerateConfiguration, s3:GetAccelerateConfiguration",
    "PutBucketObjectLockConfiguration, s3:GetBucketObjectLockConfiguration",
    "PutBucketOwnershipControls, ''",
    "CreateBucket, ''",
    "DeleteBucket, ''",
    "PutObject, ''"
  })
  void a_call_changes_one_part_or_may_change_any(String call, String action) {
    assertThat(BucketParts.changedBy(call).map(BucketPart::action).orElse("")).isEqualTo(action);
  }
}
