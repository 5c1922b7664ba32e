package dev.plumbline.live;

import dev.plumbline.live.aws.AwsTypes;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.cloudwatchlogs.CloudwatchLogGroup;
import dev.plumbline.live.aws.dynamodb.DynamodbTable;
import dev.plumbline.live.aws.ec2.SecurityGroup;
import dev.plumbline.live.aws.ec2.SecurityGroupRule;
import dev.plumbline.live.aws.ec2.Subnet;
import dev.plumbline.live.aws.ec2.Vpc;
import dev.plumbline.live.aws.ec2.VpcSecurityGroupEgressRule;
import dev.plumbline.live.aws.ec2.VpcSecurityGroupIngressRule;
import dev.plumbline.live.aws.ecs.EcsCluster;
import dev.plumbline.live.aws.ecs.EcsService;
import dev.plumbline.live.aws.iam.IamPolicy;
import dev.plumbline.live.aws.iam.IamRole;
import dev.plumbline.live.aws.iam.IamRolePolicy;
import dev.plumbline.live.aws.iam.IamRolePolicyAttachment;
import dev.plumbline.live.aws.kms.KmsKey;
import dev.plumbline.live.aws.lambda.LambdaFunction;
import dev.plumbline.live.aws.rds.DbInstance;
import dev.plumbline.live.aws.s3.S3Bucket;
import dev.plumbline.live.aws.s3.S3BucketPolicy;
import dev.plumbline.live.aws.s3.S3BucketPublicAccessBlock;
import dev.plumbline.live.aws.s3.S3BucketServerSideEncryptionConfiguration;
import dev.plumbline.live.aws.s3.S3BucketVersioning;
import dev.plumbline.live.aws.secretsmanager.SecretsmanagerSecret;
import dev.plumbline.live.aws.sns.SnsTopic;
import dev.plumbline.live.aws.sqs.SqsQueue;
import java.util.Map;
import java.util.function.Supplier;

/** The registry: every resource type that is read, with what makes its reader. */
public final class ResourceTypes {

  private static final Map<String, Supplier<ResourceType>> AWS =
      Map.ofEntries(
          Map.entry("aws_cloudwatch_log_group", CloudwatchLogGroup::new),
          Map.entry("aws_db_instance", DbInstance::new),
          Map.entry("aws_dynamodb_table", DynamodbTable::new),
          Map.entry("aws_ecs_cluster", EcsCluster::new),
          Map.entry("aws_ecs_service", EcsService::new),
          Map.entry("aws_iam_policy", IamPolicy::new),
          Map.entry("aws_iam_role", IamRole::new),
          Map.entry("aws_iam_role_policy", IamRolePolicy::new),
          Map.entry("aws_iam_role_policy_attachment", IamRolePolicyAttachment::new),
          Map.entry("aws_kms_key", KmsKey::new),
          Map.entry("aws_lambda_function", LambdaFunction::new),
          Map.entry("aws_s3_bucket", S3Bucket::new),
          Map.entry("aws_s3_bucket_policy", S3BucketPolicy::new),
          Map.entry("aws_s3_bucket_public_access_block", S3BucketPublicAccessBlock::new),
          Map.entry(
              "aws_s3_bucket_server_side_encryption_configuration",
              S3BucketServerSideEncryptionConfiguration::new),
          Map.entry("aws_s3_bucket_versioning", S3BucketVersioning::new),
          Map.entry("aws_secretsmanager_secret", SecretsmanagerSecret::new),
          Map.entry("aws_security_group", SecurityGroup::new),
          Map.entry("aws_security_group_rule", SecurityGroupRule::new),
          Map.entry("aws_sns_topic", SnsTopic::new),
          Map.entry("aws_sqs_queue", SqsQueue::new),
          Map.entry("aws_subnet", Subnet::new),
          Map.entry("aws_vpc", Vpc::new),
          Map.entry("aws_vpc_security_group_egress_rule", VpcSecurityGroupEgressRule::new),
          Map.entry("aws_vpc_security_group_ingress_rule", VpcSecurityGroupIngressRule::new));

  private ResourceTypes() {}

  /** The AWS types. */
  public static AwsTypes aws() {
    return new AwsTypes(AWS);
  }
}
