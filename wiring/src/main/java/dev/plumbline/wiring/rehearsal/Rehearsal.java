package dev.plumbline.wiring.rehearsal;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.live.aws.AwsTypes;
import dev.plumbline.wiring.Connection;
import dev.plumbline.wiring.ScanOptions;
import dev.plumbline.wiring.StackPlans;
import dev.plumbline.wiring.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Scans a made-up state against an endpoint that has nothing, and against one that has everything,
 * with made-up credentials: reaches no network and no account.
 */
public final class Rehearsal {

  /** Types of the services that most estates have, which speak all of AWS's protocols. */
  public static final List<String> USUAL =
      List.of(
          "aws_api_gateway_rest_api",
          "aws_apigatewayv2_api",
          "aws_autoscaling_group",
          "aws_cloudwatch_event_rule",
          "aws_cloudwatch_log_group",
          "aws_cloudwatch_metric_alarm",
          "aws_cognito_user_pool",
          "aws_db_instance",
          "aws_dynamodb_table",
          "aws_ecr_repository",
          "aws_ecs_cluster",
          "aws_ecs_service",
          "aws_elasticache_cluster",
          "aws_iam_policy",
          "aws_iam_role",
          "aws_instance",
          "aws_kms_key",
          "aws_lambda_alias",
          "aws_lb",
          "aws_route53_record",
          "aws_route_table",
          "aws_s3_bucket",
          "aws_s3_bucket_versioning",
          "aws_secretsmanager_secret",
          "aws_security_group",
          "aws_sns_topic",
          "aws_sqs_queue",
          "aws_ssm_parameter",
          "aws_subnet",
          "aws_vpc");

  private static final int KEY_BYTES = 32;

  private Rehearsal() {}

  /**
   * Scans resources of each of these types.
   *
   * @return what was found where there is nothing, and where everything was made up
   * @throws IOException where the state cannot be written, or no port of the loopback interface be
   *     had
   */
  public static List<Report> of(AwsTypes types, Collection<String> some) throws IOException {
    Path state = Files.createTempFile("rehearsal", ".tfstate");
    try (EmptyCloud cloud = new EmptyCloud()) {
      SampleState.write(types, some, state);
      return List.of(scan(cloud, state), scan(cloud, state, new MadeUpAnswers()));
    } finally {
      Files.delete(state);
    }
  }

  private static Report scan(EmptyCloud cloud, Path state, ExecutionInterceptor... answers) {
    Connection connection =
        new Connection(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("none", "none")),
            "us-east-1",
            Optional.of(cloud.endpoint()));
    ScanOptions everything =
        new ScanOptions(
            Set.of(), List.of(), List.of(), false, Duration.ZERO, Duration.ofSeconds(20));
    try (Wiring wiring = new Wiring(connection, Configuration.EMPTY, answers)) {
      StackPlans plans = new StackPlans(wiring.states(), connection.region(), everything);
      return wiring.scan(
          plans.ofStates(List.of(state.toString()), Configuration.EMPTY),
          new byte[KEY_BYTES],
          _ -> {});
    }
  }
}
