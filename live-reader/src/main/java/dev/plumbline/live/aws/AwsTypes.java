package dev.plumbline.live.aws;

import dev.plumbline.engine.TypeCatalog;
import dev.plumbline.engine.TypeRules;
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
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The registry of AWS resource types. A type's class and schema are loaded when a state first uses
 * it. Thread-safe.
 */
public final class AwsTypes implements TypeCatalog {

  private static final Map<String, Supplier<ResourceType>> TYPES =
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

  /** Terraform's own, in every type that has them: no API knows them. */
  private static final TypeRules LOCAL =
      TypeRules.PLAIN
          .withUnobservable("local to Terraform", "timeouts")
          .withUnobservable("derived from the name by the provider", "name_prefix");

  private final Map<String, Supplier<ResourceType>> registered;
  private final Map<String, Optional<Description>> descriptions = new ConcurrentHashMap<>();
  private final Schemas schemas = new Schemas();

  public AwsTypes() {
    this(TYPES);
  }

  /** A registry of other readers, under names that there are schemas of. */
  AwsTypes(Map<String, Supplier<ResourceType>> registered) {
    this.registered = Map.copyOf(registered);
  }

  @Override
  public SortedSet<String> types() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(registered.keySet()));
  }

  @Override
  public Optional<Description> describe(String type) {
    return descriptions.computeIfAbsent(type, _ -> type(type).map(this::description));
  }

  /** The type of that name; empty where there is no reader for it. */
  public Optional<ResourceType> type(String name) {
    return Optional.ofNullable(registered.get(name)).map(Supplier::get);
  }

  private Description description(ResourceType type) {
    TypeRules rules = type.rules();
    for (Map.Entry<String, String> local : LOCAL.unobservable().entrySet()) {
      rules = rules.withUnobservable(local.getValue(), local.getKey());
    }
    return new Description(schemas.load(type.name()), rules);
  }
}
