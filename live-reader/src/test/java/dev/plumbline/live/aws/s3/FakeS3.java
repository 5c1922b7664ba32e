package dev.plumbline.live.aws.s3;

import dev.plumbline.live.aws.FakeScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.GetBucketAccelerateConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketAccelerateConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketAclRequest;
import software.amazon.awssdk.services.s3.model.GetBucketAclResponse;
import software.amazon.awssdk.services.s3.model.GetBucketCorsRequest;
import software.amazon.awssdk.services.s3.model.GetBucketCorsResponse;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLocationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLocationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingResponse;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsRequest;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetBucketReplicationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketReplicationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketRequestPaymentRequest;
import software.amazon.awssdk.services.s3.model.GetBucketRequestPaymentResponse;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.GetBucketWebsiteRequest;
import software.amazon.awssdk.services.s3.model.GetBucketWebsiteResponse;
import software.amazon.awssdk.services.s3.model.GetObjectLockConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetObjectLockConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.Permission;

/**
 * A bucket on which nothing is set, as S3 answers for it: with a code of its own for each part, and
 * with what S3 does unasked.
 */
final class FakeS3 implements S3Client {

  static final String OWNER = "75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a";

  /** Answers by their class, in place of what a bucket without settings answers. */
  final Map<Class<?>, Object> answers = new HashMap<>();

  /** Errors by the class of the answer that they replace. */
  final Map<Class<?>, String> errors = new HashMap<>();

  /** The classes of the answers that were asked for. */
  final Queue<String> asked = new ConcurrentLinkedQueue<>();

  List<Bucket> buckets = List.of();

  FakeS3 answer(Object answer) {
    answers.put(answer.getClass(), answer);
    return this;
  }

  FakeS3 error(Class<?> kind, String code) {
    errors.put(kind, code);
    return this;
  }

  private <T> T say(Class<T> kind, Supplier<T> unset) {
    asked.add(kind.getSimpleName());
    String code = errors.get(kind);
    if (code != null) {
      throw FakeScope.error(code, code.startsWith("Access") ? 403 : 404);
    }
    Object answer = answers.get(kind);
    return answer == null ? unset.get() : kind.cast(answer);
  }

  private <T> T none(Class<T> kind, String code) {
    return say(
        kind,
        () -> {
          throw FakeScope.error(code, 404);
        });
  }

  @Override
  public GetBucketLocationResponse getBucketLocation(GetBucketLocationRequest request) {
    return say(GetBucketLocationResponse.class, () -> GetBucketLocationResponse.builder().build());
  }

  @Override
  public GetBucketPolicyResponse getBucketPolicy(GetBucketPolicyRequest request) {
    return none(GetBucketPolicyResponse.class, "NoSuchBucketPolicy");
  }

  @Override
  public GetBucketVersioningResponse getBucketVersioning(GetBucketVersioningRequest request) {
    return say(
        GetBucketVersioningResponse.class, () -> GetBucketVersioningResponse.builder().build());
  }

  @Override
  public GetBucketEncryptionResponse getBucketEncryption(GetBucketEncryptionRequest request) {
    return say(GetBucketEncryptionResponse.class, () -> encrypted("AES256", false));
  }

  static GetBucketEncryptionResponse encrypted(String algorithm, boolean bucketKey) {
    var rule =
        software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule.builder()
            .applyServerSideEncryptionByDefault(by -> by.sseAlgorithm(algorithm))
            .bucketKeyEnabled(bucketKey)
            .build();
    return GetBucketEncryptionResponse.builder()
        .serverSideEncryptionConfiguration(configuration -> configuration.rules(rule))
        .build();
  }

  @Override
  public GetBucketAclResponse getBucketAcl(GetBucketAclRequest request) {
    return say(GetBucketAclResponse.class, () -> granted(Permission.FULL_CONTROL));
  }

  static GetBucketAclResponse granted(Permission... toOwner) {
    return GetBucketAclResponse.builder()
        .owner(owner -> owner.id(OWNER))
        .grants(
            List.of(toOwner).stream()
                .map(
                    permission ->
                        software.amazon.awssdk.services.s3.model.Grant.builder()
                            .grantee(grantee -> grantee.id(OWNER).type("CanonicalUser"))
                            .permission(permission)
                            .build())
                .toList())
        .build();
  }

  @Override
  public GetBucketCorsResponse getBucketCors(GetBucketCorsRequest request) {
    return none(GetBucketCorsResponse.class, "NoSuchCORSConfiguration");
  }

  @Override
  public GetBucketWebsiteResponse getBucketWebsite(GetBucketWebsiteRequest request) {
    return none(GetBucketWebsiteResponse.class, "NoSuchWebsiteConfiguration");
  }

  @Override
  public GetBucketLoggingResponse getBucketLogging(GetBucketLoggingRequest request) {
    return say(GetBucketLoggingResponse.class, () -> GetBucketLoggingResponse.builder().build());
  }

  @Override
  public GetBucketLifecycleConfigurationResponse getBucketLifecycleConfiguration(
      GetBucketLifecycleConfigurationRequest request) {
    return none(GetBucketLifecycleConfigurationResponse.class, "NoSuchLifecycleConfiguration");
  }

  @Override
  public GetBucketReplicationResponse getBucketReplication(GetBucketReplicationRequest request) {
    return none(GetBucketReplicationResponse.class, "ReplicationConfigurationNotFoundError");
  }

  @Override
  public GetBucketAccelerateConfigurationResponse getBucketAccelerateConfiguration(
      GetBucketAccelerateConfigurationRequest request) {
    return none(GetBucketAccelerateConfigurationResponse.class, "MethodNotAllowed");
  }

  @Override
  public GetBucketRequestPaymentResponse getBucketRequestPayment(
      GetBucketRequestPaymentRequest request) {
    return say(
        GetBucketRequestPaymentResponse.class,
        () -> GetBucketRequestPaymentResponse.builder().payer("BucketOwner").build());
  }

  @Override
  public GetObjectLockConfigurationResponse getObjectLockConfiguration(
      GetObjectLockConfigurationRequest request) {
    return none(GetObjectLockConfigurationResponse.class, "ObjectLockConfigurationNotFoundError");
  }

  @Override
  public GetBucketTaggingResponse getBucketTagging(GetBucketTaggingRequest request) {
    return none(GetBucketTaggingResponse.class, "NoSuchTagSet");
  }

  @Override
  public GetPublicAccessBlockResponse getPublicAccessBlock(GetPublicAccessBlockRequest request) {
    return none(GetPublicAccessBlockResponse.class, "NoSuchPublicAccessBlockConfiguration");
  }

  @Override
  public GetBucketNotificationConfigurationResponse getBucketNotificationConfiguration(
      GetBucketNotificationConfigurationRequest request) {
    return say(
        GetBucketNotificationConfigurationResponse.class,
        () -> GetBucketNotificationConfigurationResponse.builder().build());
  }

  @Override
  public GetBucketOwnershipControlsResponse getBucketOwnershipControls(
      GetBucketOwnershipControlsRequest request) {
    return none(GetBucketOwnershipControlsResponse.class, "OwnershipControlsNotFoundError");
  }

  @Override
  public HeadObjectResponse headObject(HeadObjectRequest request) {
    asked.add(String.valueOf(request.checksumModeAsString()));
    return none(HeadObjectResponse.class, "NoSuchKey");
  }

  @Override
  public GetObjectTaggingResponse getObjectTagging(GetObjectTaggingRequest request) {
    return say(GetObjectTaggingResponse.class, () -> GetObjectTaggingResponse.builder().build());
  }

  @Override
  public ListBucketsResponse listBuckets(ListBucketsRequest request) {
    return ListBucketsResponse.builder().buckets(buckets).build();
  }

  @Override
  public String serviceName() {
    return "s3";
  }

  @Override
  public void close() {}
}
