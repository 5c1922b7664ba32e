package dev.plumbline.live;

import dev.plumbline.live.aws.AwsTypes;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.acm.AcmTypes;
import dev.plumbline.live.aws.apigateway.ApiGatewayTypes;
import dev.plumbline.live.aws.apigatewayv2.ApiGatewayV2Types;
import dev.plumbline.live.aws.applicationautoscaling.ApplicationAutoScalingTypes;
import dev.plumbline.live.aws.autoscaling.AutoScalingTypes;
import dev.plumbline.live.aws.backup.BackupTypes;
import dev.plumbline.live.aws.budgets.BudgetsTypes;
import dev.plumbline.live.aws.cloudfront.CloudFrontTypes;
import dev.plumbline.live.aws.cloudtrail.CloudTrailTypes;
import dev.plumbline.live.aws.cloudwatch.CloudWatchTypes;
import dev.plumbline.live.aws.cloudwatchlogs.CloudWatchLogsTypes;
import dev.plumbline.live.aws.codebuild.CodeBuildTypes;
import dev.plumbline.live.aws.cognitoidentity.CognitoIdentityTypes;
import dev.plumbline.live.aws.cognitoidentityprovider.CognitoUserPoolTypes;
import dev.plumbline.live.aws.dynamodb.DynamoDbTypes;
import dev.plumbline.live.aws.ec2.Ec2Types;
import dev.plumbline.live.aws.ecr.EcrTypes;
import dev.plumbline.live.aws.ecs.EcsTypes;
import dev.plumbline.live.aws.elasticache.ElastiCacheTypes;
import dev.plumbline.live.aws.elasticloadbalancingv2.ElasticLoadBalancingV2Types;
import dev.plumbline.live.aws.eventbridge.EventBridgeTypes;
import dev.plumbline.live.aws.firehose.FirehoseTypes;
import dev.plumbline.live.aws.iam.IamTypes;
import dev.plumbline.live.aws.kinesis.KinesisTypes;
import dev.plumbline.live.aws.kms.KmsTypes;
import dev.plumbline.live.aws.lambda.LambdaTypes;
import dev.plumbline.live.aws.rds.RdsTypes;
import dev.plumbline.live.aws.route53.Route53Types;
import dev.plumbline.live.aws.s3.S3Types;
import dev.plumbline.live.aws.s3control.S3ControlTypes;
import dev.plumbline.live.aws.scheduler.SchedulerTypes;
import dev.plumbline.live.aws.secretsmanager.SecretsmanagerTypes;
import dev.plumbline.live.aws.servicediscovery.ServiceDiscoveryTypes;
import dev.plumbline.live.aws.sfn.SfnTypes;
import dev.plumbline.live.aws.sns.SnsTypes;
import dev.plumbline.live.aws.sqs.SqsTypes;
import dev.plumbline.live.aws.ssm.SsmTypes;
import dev.plumbline.live.aws.wafv2.Wafv2Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The registry: every resource type that is read, by service. */
public final class ResourceTypes {

  private static final List<Map<String, Supplier<ResourceType>>> SERVICES =
      List.of(
          AcmTypes.ALL,
          ApiGatewayTypes.ALL,
          ApiGatewayV2Types.ALL,
          ApplicationAutoScalingTypes.ALL,
          AutoScalingTypes.ALL,
          BackupTypes.ALL,
          BudgetsTypes.ALL,
          CloudFrontTypes.ALL,
          CloudTrailTypes.ALL,
          CloudWatchLogsTypes.ALL,
          CloudWatchTypes.ALL,
          CodeBuildTypes.ALL,
          CognitoIdentityTypes.ALL,
          CognitoUserPoolTypes.ALL,
          DynamoDbTypes.ALL,
          Ec2Types.ALL,
          EcrTypes.ALL,
          EcsTypes.ALL,
          ElastiCacheTypes.ALL,
          ElasticLoadBalancingV2Types.ALL,
          EventBridgeTypes.ALL,
          FirehoseTypes.ALL,
          IamTypes.ALL,
          KinesisTypes.ALL,
          KmsTypes.ALL,
          LambdaTypes.ALL,
          RdsTypes.ALL,
          Route53Types.ALL,
          S3ControlTypes.ALL,
          S3Types.ALL,
          SchedulerTypes.ALL,
          SecretsmanagerTypes.ALL,
          ServiceDiscoveryTypes.ALL,
          SfnTypes.ALL,
          SnsTypes.ALL,
          SqsTypes.ALL,
          SsmTypes.ALL,
          Wafv2Types.ALL);

  private ResourceTypes() {}

  /** The AWS types. */
  public static AwsTypes aws() {
    Map<String, Supplier<ResourceType>> all = new HashMap<>();
    SERVICES.forEach(all::putAll);
    return new AwsTypes(all);
  }
}
