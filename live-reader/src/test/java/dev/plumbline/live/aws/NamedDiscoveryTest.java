package dev.plumbline.live.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.live.aws.dynamodb.DynamodbTable;
import dev.plumbline.live.aws.ec2.SecurityGroup;
import dev.plumbline.live.aws.iam.IamRole;
import dev.plumbline.live.aws.kms.KmsKey;
import dev.plumbline.live.aws.lambda.LambdaFunction;
import dev.plumbline.live.aws.s3.S3Bucket;
import dev.plumbline.live.aws.sqs.SqsQueue;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsRequest;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DescribeKeyRequest;
import software.amazon.awssdk.services.kms.model.DescribeKeyResponse;
import software.amazon.awssdk.services.kms.model.KeyManagerType;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetFunctionRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetBucketLocationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLocationResponse;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;

/** A single thing that was made is looked for alone, and a default or AWS's own is none. */
class NamedDiscoveryTest {

  private static final String KEY = "1234abcd-12ab-34cd-56ef-1234567890ab";
  private static final String KEY_ARN = "arn:aws:kms:us-east-1:123456789012:key/" + KEY;
  private static final String URL = "https://sqs.us-east-1.amazonaws.com/123456789012/jobs";

  @Test
  void a_group_is_asked_for_by_its_id_and_a_networks_own_is_none() {
    FakeClient<Ec2Client> ec2 =
        FakeClient.of(Ec2Client.class)
            .asked(
                DescribeSecurityGroupsRequest.class,
                request -> {
                  assertThat(request.filters().getFirst().values()).contains("sg-1");
                  return groups("sg-1", "web", "sg-2", "default");
                });

    assertThat(ec2.discoverNamed(new SecurityGroup(), Set.of("sg-1", "sg-2", "web")))
        .containsExactly("sg-1");
    assertThat(ec2.count(DescribeSecurityGroupsRequest.class)).isOne();
  }

  @Test
  void a_role_that_aws_keeps_for_a_service_is_none() {
    FakeClient<IamClient> iam =
        FakeClient.of(IamClient.class)
            .on(
                GetAccountAuthorizationDetailsRequest.class,
                GetAccountAuthorizationDetailsResponse.builder()
                    .roleDetailList(
                        role -> role.roleName("app").path("/"),
                        role -> role.roleName("other").path("/"),
                        role -> role.roleName("AWSServiceRoleForX").path("/aws-service-role/x/"))
                    .isTruncated(false)
                    .build());

    assertThat(iam.discoverNamed(new IamRole(), Set.of("app", "AWSServiceRoleForX")))
        .containsExactly("app");
    assertThat(iam.count(GetAccountAuthorizationDetailsRequest.class)).isOne();
  }

  @Test
  void a_key_is_asked_for_by_its_id_once_and_aws_own_is_none() {
    FakeClient<KmsClient> kms = FakeClient.of(KmsClient.class);

    kms.on(DescribeKeyRequest.class, key(KeyManagerType.CUSTOMER));
    assertThat(kms.discoverNamed(new KmsKey(), Set.of(KEY, KEY_ARN, "team"))).containsExactly(KEY);
    assertThat(kms.count(DescribeKeyRequest.class)).isOne();
    kms.on(DescribeKeyRequest.class, key(KeyManagerType.AWS));
    assertThat(kms.discoverNamed(new KmsKey(), Set.of(KEY))).isEmpty();
  }

  @Test
  void a_function_a_table_and_a_queue_are_asked_for_by_name_and_may_be_gone_again() {
    FakeClient<LambdaClient> lambda =
        FakeClient.of(LambdaClient.class)
            .on(GetFunctionRequest.class, GetFunctionResponse.builder().build());
    FakeClient<DynamoDbClient> dynamo =
        FakeClient.of(DynamoDbClient.class)
            .on(DescribeTableRequest.class, DescribeTableResponse.builder().build());
    FakeClient<SqsClient> sqs =
        FakeClient.of(SqsClient.class)
            .on(GetQueueAttributesRequest.class, GetQueueAttributesResponse.builder().build());

    assertThat(lambda.discoverNamed(new LambdaFunction(), Set.of("f", "arn:aws:lambda:f")))
        .containsExactly("f");
    assertThat(dynamo.discoverNamed(new DynamodbTable(), Set.of("t"))).containsExactly("t");
    assertThat(sqs.discoverNamed(new SqsQueue(), Set.of(URL, "jobs"))).containsExactly(URL);

    lambda.failing(GetFunctionRequest.class, "ResourceNotFoundException");
    dynamo.failing(DescribeTableRequest.class, "ResourceNotFoundException");
    sqs.failing(GetQueueAttributesRequest.class, "QueueDoesNotExist");
    assertThat(lambda.discoverNamed(new LambdaFunction(), Set.of("f"))).isEmpty();
    assertThat(dynamo.discoverNamed(new DynamodbTable(), Set.of("t"))).isEmpty();
    assertThat(sqs.discoverNamed(new SqsQueue(), Set.of(URL))).isEmpty();
  }

  @Test
  void a_bucket_is_asked_where_it_is_by_one_call_and_may_be_anywhere_or_gone_again() {
    FakeClient<S3Client> s3 =
        FakeClient.of(S3Client.class)
            .on(GetBucketLocationRequest.class, GetBucketLocationResponse.builder().build());

    assertThat(s3.discoverNamed(new S3Bucket(), Set.of("rogue"))).containsExactly("rogue");
    assertThat(s3.count(GetBucketLocationRequest.class)).isOne();
    s3.on(
        GetBucketLocationRequest.class,
        GetBucketLocationResponse.builder().locationConstraint("eu-west-1").build());
    assertThat(s3.discoverNamed(new S3Bucket(), Set.of("rogue"))).containsExactly("rogue");
    s3.failing(GetBucketLocationRequest.class, "NoSuchBucket");
    assertThat(s3.discoverNamed(new S3Bucket(), Set.of("rogue"))).isEmpty();
  }

  @Test
  void who_may_not_look_does_not_take_it_for_gone() {
    FakeClient<LambdaClient> lambda =
        FakeClient.of(LambdaClient.class)
            .failing(GetFunctionRequest.class, "AccessDeniedException");

    assertThatExceptionOfType(ReadFailure.class)
        .isThrownBy(() -> lambda.discoverNamed(new LambdaFunction(), Set.of("f")));
  }

  private static DescribeSecurityGroupsResponse groups(
      String one, String name, String other, String itsName) {
    return DescribeSecurityGroupsResponse.builder()
        .securityGroups(List.of(group(one, name), group(other, itsName)))
        .build();
  }

  private static software.amazon.awssdk.services.ec2.model.SecurityGroup group(
      String id, String name) {
    return software.amazon.awssdk.services.ec2.model.SecurityGroup.builder()
        .groupId(id)
        .groupName(name)
        .ownerId("123456789012")
        .build();
  }

  private static DescribeKeyResponse key(KeyManagerType manager) {
    return DescribeKeyResponse.builder()
        .keyMetadata(key -> key.keyId(KEY).keyState("Enabled").keyManager(manager))
        .build();
  }
}
