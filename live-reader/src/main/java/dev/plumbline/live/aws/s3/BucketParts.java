package dev.plumbline.live.aws.s3;

import dev.plumbline.live.aws.Defaults;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.model.GetBucketAccelerateConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketAclResponse;
import software.amazon.awssdk.services.s3.model.GetBucketCorsResponse;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLocationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingResponse;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetBucketReplicationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketRequestPaymentResponse;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.GetBucketWebsiteResponse;
import software.amazon.awssdk.services.s3.model.GetObjectLockConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;

/**
 * The table of a bucket's parts: the call and IAM action of each, the resource type that may own
 * it, and the attributes of {@code aws_s3_bucket} that show it.
 */
final class BucketParts {

  static final BucketPart<GetBucketLocationResponse> LOCATION =
      new BucketPart<>(
          "s3:GetBucketLocation",
          "",
          List.of(),
          (s3, bucket) -> s3.getBucketLocation(r -> r.bucket(bucket)),
          (answer, recorded, into) -> {});

  static final BucketPart<GetPublicAccessBlockResponse> PUBLIC_ACCESS =
      new BucketPart<>(
          "s3:GetBucketPublicAccessBlock",
          "aws_s3_bucket_public_access_block",
          List.of(),
          (s3, bucket) -> s3.getPublicAccessBlock(r -> r.bucket(bucket)),
          (answer, recorded, into) -> {});

  static final BucketPart<GetBucketNotificationConfigurationResponse> NOTIFICATION =
      new BucketPart<>(
          "s3:GetBucketNotification",
          "aws_s3_bucket_notification",
          List.of(),
          (s3, bucket) -> s3.getBucketNotificationConfiguration(r -> r.bucket(bucket)),
          (answer, recorded, into) -> {});

  static final BucketPart<GetBucketOwnershipControlsResponse> OWNERSHIP =
      new BucketPart<>(
          "s3:GetBucketOwnershipControls",
          "aws_s3_bucket_ownership_controls",
          List.of(),
          (s3, bucket) -> s3.getBucketOwnershipControls(r -> r.bucket(bucket)),
          (answer, recorded, into) -> {});

  static final BucketPart<GetBucketPolicyResponse> POLICY =
      new BucketPart<>(
          "s3:GetBucketPolicy",
          "aws_s3_bucket_policy",
          List.of("policy"),
          (s3, bucket) -> s3.getBucketPolicy(r -> r.bucket(bucket)),
          (answer, recorded, into) -> into.put("policy", answer.policy()));

  static final BucketPart<GetBucketVersioningResponse> VERSIONING =
      new BucketPart<>(
          "s3:GetBucketVersioning",
          "aws_s3_bucket_versioning",
          List.of("versioning"),
          (s3, bucket) -> s3.getBucketVersioning(r -> r.bucket(bucket)),
          (answer, recorded, into) -> into.put("versioning", BucketBlocks.versioning(answer)));

  static final BucketPart<GetBucketEncryptionResponse> ENCRYPTION =
      new BucketPart<>(
          "s3:GetEncryptionConfiguration",
          "aws_s3_bucket_server_side_encryption_configuration",
          List.of("server_side_encryption_configuration"),
          (s3, bucket) -> s3.getBucketEncryption(r -> r.bucket(bucket)),
          (answer, recorded, into) ->
              into.put(
                  "server_side_encryption_configuration",
                  Defaults.orRecorded(
                      BucketBlocks.encryption(answer.serverSideEncryptionConfiguration()),
                      recorded.at("server_side_encryption_configuration"),
                      BucketBlocks::ownEncryption)));

  static final BucketPart<GetBucketAclResponse> ACL =
      new BucketPart<>(
          "s3:GetBucketAcl",
          "aws_s3_bucket_acl",
          List.of("grant"),
          (s3, bucket) -> s3.getBucketAcl(r -> r.bucket(bucket)),
          (answer, recorded, into) ->
              into.put(
                  "grant",
                  recorded.at("grant").isEmpty() && BucketGrants.ownersAlone(answer)
                      ? null
                      : BucketGrants.of(answer.grants())));

  static final BucketPart<GetBucketCorsResponse> CORS =
      new BucketPart<>(
          "s3:GetBucketCORS",
          "aws_s3_bucket_cors_configuration",
          List.of("cors_rule"),
          (s3, bucket) -> s3.getBucketCors(r -> r.bucket(bucket)),
          (answer, recorded, into) -> into.put("cors_rule", answer.corsRules()));

  static final BucketPart<GetBucketWebsiteResponse> WEBSITE =
      new BucketPart<>(
          "s3:GetBucketWebsite",
          "aws_s3_bucket_website_configuration",
          List.of("website"),
          (s3, bucket) -> s3.getBucketWebsite(r -> r.bucket(bucket)),
          (answer, recorded, into) -> into.put("website", BucketWebsite.of(answer)));

  static final BucketPart<GetBucketLoggingResponse> LOGGING =
      new BucketPart<>(
          "s3:GetBucketLogging",
          "aws_s3_bucket_logging",
          List.of("logging"),
          (s3, bucket) -> s3.getBucketLogging(r -> r.bucket(bucket)),
          (answer, recorded, into) -> into.put("logging", answer.loggingEnabled()));

  static final BucketPart<GetBucketLifecycleConfigurationResponse> LIFECYCLE =
      new BucketPart<>(
          "s3:GetLifecycleConfiguration",
          "aws_s3_bucket_lifecycle_configuration",
          List.of("lifecycle_rule"),
          (s3, bucket) -> s3.getBucketLifecycleConfiguration(r -> r.bucket(bucket)),
          (answer, recorded, into) ->
              into.put("lifecycle_rule", BucketLifecycle.of(answer.rules())));

  static final BucketPart<GetBucketReplicationResponse> REPLICATION =
      new BucketPart<>(
          "s3:GetReplicationConfiguration",
          "aws_s3_bucket_replication_configuration",
          List.of("replication_configuration"),
          (s3, bucket) -> s3.getBucketReplication(r -> r.bucket(bucket)),
          (answer, recorded, into) ->
              into.put(
                  "replication_configuration",
                  BucketReplication.of(answer.replicationConfiguration())));

  static final BucketPart<GetBucketAccelerateConfigurationResponse> ACCELERATION =
      new BucketPart<>(
          "s3:GetAccelerateConfiguration",
          "aws_s3_bucket_accelerate_configuration",
          List.of("acceleration_status"),
          (s3, bucket) -> s3.getBucketAccelerateConfiguration(r -> r.bucket(bucket)),
          (answer, recorded, into) -> into.put("acceleration_status", answer.statusAsString()));

  static final BucketPart<GetBucketRequestPaymentResponse> PAYMENT =
      new BucketPart<>(
          "s3:GetBucketRequestPayment",
          "aws_s3_bucket_request_payment_configuration",
          List.of("request_payer"),
          (s3, bucket) -> s3.getBucketRequestPayment(r -> r.bucket(bucket)),
          (answer, recorded, into) ->
              into.put(
                  "request_payer",
                  Defaults.orRecorded(
                      Shape.of(answer.payerAsString()),
                      recorded.at("request_payer"),
                      Value.of("BucketOwner")::equals)));

  static final BucketPart<GetObjectLockConfigurationResponse> OBJECT_LOCK =
      new BucketPart<>(
          "s3:GetBucketObjectLockConfiguration",
          "aws_s3_bucket_object_lock_configuration",
          List.of("object_lock_configuration", "object_lock_enabled"),
          (s3, bucket) -> s3.getObjectLockConfiguration(r -> r.bucket(bucket)),
          (answer, recorded, into) ->
              into.put("object_lock_configuration", answer.objectLockConfiguration())
                  .put(
                      "object_lock_enabled",
                      BucketBlocks.locked(answer.objectLockConfiguration())));

  static final BucketPart<GetBucketTaggingResponse> TAGS =
      new BucketPart<>(
          "s3:GetBucketTagging",
          "",
          List.of("tags_all"),
          (s3, bucket) -> s3.getBucketTagging(r -> r.bucket(bucket)),
          (answer, recorded, into) -> into.tags(answer.tagSet()));

  /** The parts that {@code aws_s3_bucket} shows. */
  static final List<BucketPart<?>> SHOWN =
      List.of(
          POLICY,
          VERSIONING,
          ENCRYPTION,
          ACL,
          CORS,
          WEBSITE,
          LOGGING,
          LIFECYCLE,
          REPLICATION,
          ACCELERATION,
          PAYMENT,
          OBJECT_LOCK,
          TAGS);

  /** Parts whose changing calls are not named like the action that reads them. */
  private static final Map<String, BucketPart<?>> OTHER_NAMES =
      Map.of(
          "bucketaccelerateconfiguration", ACCELERATION,
          "bucketencryption", ENCRYPTION,
          "bucketlifecycle", LIFECYCLE,
          "bucketlifecycleconfiguration", LIFECYCLE,
          "bucketnotificationconfiguration", NOTIFICATION,
          "bucketreplication", REPLICATION,
          "objectlockconfiguration", OBJECT_LOCK,
          "publicaccessblock", PUBLIC_ACCESS);

  /** What changes nothing else: who sets the owner's controls may switch off the grants, too. */
  private static final List<BucketPart<?>> ALONE =
      Stream.concat(SHOWN.stream(), Stream.of(PUBLIC_ACCESS, NOTIFICATION)).toList();

  private static final Pattern CHANGING = Pattern.compile("(Put|Delete)(.+)");

  /** The part that a call changes, and nothing else; empty where it may change others. */
  static Optional<BucketPart<?>> changedBy(String call) {
    Matcher changing = CHANGING.matcher(call);
    if (!changing.matches()) {
      return Optional.empty();
    }
    String noun = changing.group(2).toLowerCase(Locale.ROOT);
    return Optional.<BucketPart<?>>ofNullable(OTHER_NAMES.get(noun))
        .or(
            () ->
                ALONE.stream()
                    .filter(part -> part.action().equalsIgnoreCase("s3:Get" + noun))
                    .findFirst());
  }

  private BucketParts() {}
}
