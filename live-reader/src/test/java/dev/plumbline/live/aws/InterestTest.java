package dev.plumbline.live.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.ResourceTypes;
import dev.plumbline.live.aws.Interest.Mention;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What calls make, by their names and what readers declare. */
class InterestTest {

  private static final AwsTypes TYPES = ResourceTypes.aws();

  @ParameterizedTest
  @CsvSource({
    "ec2, RunInstances, aws_instance",
    "ec2, CreateSecurityGroup, aws_security_group",
    "ec2, CreateVpc, aws_vpc",
    "ec2, CreateVpcEndpoint, aws_vpc_endpoint",
    "ec2, CreateVolume, aws_ebs_volume",
    "ec2, AllocateAddress, aws_eip",
    "ec2, CreateDefaultSubnet, ''",
    "ec2, ModifyVpcAttribute, ''",
    "iam, CreateRole, aws_iam_role",
    "iam, CreateServiceLinkedRole, ''",
    "iam, CreateUser, aws_iam_user",
    "iam, CreateAccessKey, aws_iam_access_key",
    "iam, CreatePolicy, aws_iam_policy",
    "iam, CreatePolicyVersion, ''",
    "iam, PutRolePolicy, ''",
    "s3, CreateBucket, aws_s3_bucket",
    "s3, PutBucketPolicy, ''",
    "lambda, CreateFunction20150331, aws_lambda_function",
    "lambda, CreateEventSourceMapping20150331, aws_lambda_event_source_mapping",
    "sqs, CreateQueue, aws_sqs_queue",
    "sns, CreateTopic, aws_sns_topic",
    "dynamodb, CreateTable, aws_dynamodb_table",
    "kms, CreateKey, aws_kms_key",
    "kms, CreateAlias, aws_kms_alias",
    "rds, CreateDBInstance, aws_db_instance",
    "rds, CreateDBInstanceReadReplica, aws_db_instance",
    "rds, CreateDBCluster, aws_rds_cluster",
    "elasticloadbalancing, CreateLoadBalancer, aws_lb",
    "elasticloadbalancing, CreateTargetGroup, aws_lb_target_group",
    "ecs, CreateCluster, aws_ecs_cluster",
    "ecs, CreateService, aws_ecs_service",
    "logs, CreateLogGroup, aws_cloudwatch_log_group",
    "route53, CreateHostedZone, aws_route53_zone",
    "secretsmanager, CreateSecret, aws_secretsmanager_secret",
    "cloudfront, CreateDistribution, aws_cloudfront_distribution",
    "cloudtrail, CreateTrail, aws_cloudtrail",
    "acm, RequestCertificate, aws_acm_certificate",
    "states, CreateStateMachine, aws_sfn_state_machine"
  })
  void a_call_makes_what_its_name_or_a_reader_says(String service, String call, String type) {
    String source = service + ".amazonaws.com";
    assertThat(
            TYPES.types().stream()
                .filter(each -> TYPES.interest(each).orElseThrow().isMadeBy(source, call)))
        .isEqualTo(type.isEmpty() ? List.of() : List.of(type));
  }

  @ParameterizedTest
  @CsvSource({
    "aws_security_group, CreateSecurityGroup, groupId, true",
    "aws_security_group, CreateSecurityGroup, vpcId, false",
    "aws_instance, RunInstances, instanceId, true",
    "aws_instance, RunInstances, groupId, false",
    "aws_instance, RunInstances, subnetId, false",
    "aws_lambda_function, CreateFunction20150331, functionName, true",
    "aws_lambda_function, CreateFunction20150331, role, false",
    "aws_iam_role, CreateRole, roleName, true",
    "aws_iam_role, CreateRole, permissionsBoundary, false",
    "aws_lb, CreateLoadBalancer, loadBalancerArn, true",
    "aws_lb, CreateLoadBalancer, vpcId, false",
    "aws_db_instance, CreateDBInstance, dBInstanceIdentifier, true",
    "aws_db_instance, CreateDBInstanceReadReplica, sourceDBInstanceIdentifier, false",
    "aws_secretsmanager_secret, CreateSecret, aRN, true"
  })
  void of_what_a_call_names_only_what_may_be_such_a_thing_is_looked_for(
      String type, String call, String parameter, boolean may) {
    Mention mention = new Mention("x.amazonaws.com", call, parameter, "some-name");

    assertThat(TYPES.interest(type).orElseThrow().mayBeMade(mention)).isEqualTo(may);
  }
}
