package dev.plumbline.live.aws.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeClient;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.Target;

final class CloudwatchEventTargetTest {

  private static final CloudwatchEventTarget TYPE = new CloudwatchEventTarget();
  private static final Map<String, String> RECORDED =
      Map.of(
          "id", "app-ship-log",
          "event_bus_name", "app",
          "rule", "ship",
          "target_id", "log",
          "arn", "arn:aws:events:eu-west-1:210987654321:event-bus/ally");

  private final FakeClient<EventBridgeClient> events = FakeClient.of(EventBridgeClient.class);

  @Test
  void reads_a_target_under_terraforms_own_names() {
    answer(
        target ->
            target
                .arn("arn:queue")
                .roleArn("arn:role")
                .input("{}")
                .inputPath("$.detail")
                .retryPolicy(retry -> retry.maximumEventAgeInSeconds(60).maximumRetryAttempts(2))
                .deadLetterConfig(dead -> dead.arn("arn:dead"))
                .sqsParameters(sqs -> sqs.messageGroupId("ships"))
                .kinesisParameters(kinesis -> kinesis.partitionKeyPath("$.id")));

    Value.Mapping target = events.found(TYPE, RECORDED);

    assertThat(target.at("arn")).isEqualTo(Value.of("arn:queue"));
    assertThat(target.at("rule")).isEqualTo(Value.of("ship"));
    assertThat(target.at("event_bus_name")).isEqualTo(Value.of("app"));
    assertThat(target.at("input_path")).isEqualTo(Value.of("$.detail"));
    assertThat(block(target, "retry_policy", "maximum_event_age_in_seconds"))
        .isEqualTo(Value.of(60));
    assertThat(block(target, "dead_letter_config", "arn")).isEqualTo(Value.of("arn:dead"));
    assertThat(block(target, "sqs_target", "message_group_id")).isEqualTo(Value.of("ships"));
    assertThat(block(target, "kinesis_target", "partition_key_path")).isEqualTo(Value.of("$.id"));
    assertThat(target.at("ecs_target").isEmpty()).isTrue();
  }

  @Test
  void a_task_is_flattened_as_the_provider_does() {
    answer(
        target ->
            target.ecsParameters(
                ecs ->
                    ecs.taskDefinitionArn("arn:task")
                        .taskCount(2)
                        .launchType("FARGATE")
                        .platformVersion("1.4.0")
                        .group("lamps")
                        .enableECSManagedTags(true)
                        .enableExecuteCommand(true)
                        .propagateTags("TASK_DEFINITION")
                        .tags(
                            tag -> tag.key("Tower").value("north"),
                            tag -> tag.key("aws:x").value("y"))
                        .placementConstraints(each -> each.type("memberOf").expression("x"))
                        .placementStrategy(each -> each.type("spread").field("zone"))
                        .capacityProviderStrategy(
                            each -> each.capacityProvider("SPOT").weight(1).base(0))
                        .networkConfiguration(
                            network ->
                                network.awsvpcConfiguration(
                                    vpc ->
                                        vpc.subnets("subnet-1")
                                            .securityGroups("sg-1")
                                            .assignPublicIp("ENABLED")))));

    Value.Mapping target = events.found(TYPE, RECORDED);

    assertThat(block(target, "ecs_target", "task_count")).isEqualTo(Value.of(2));
    assertThat(block(target, "ecs_target", "enable_ecs_managed_tags")).isEqualTo(Value.of(true));
    assertThat(block(target, "ecs_target", "tags"))
        .isEqualTo(Value.of(Map.of("Tower", Value.of("north"))));
    assertThat(first(block(target, "ecs_target", "network_configuration")))
        .isEqualTo(
            Value.of(
                Map.of(
                    "subnets", Value.of(List.of(Value.of("subnet-1"))),
                    "security_groups", Value.of(List.of(Value.of("sg-1"))),
                    "assign_public_ip", Value.of(true))));
    assertThat(first(block(target, "ecs_target", "placement_constraint")).at("type"))
        .isEqualTo(Value.of("memberOf"));
    assertThat(first(block(target, "ecs_target", "ordered_placement_strategy")).at("field"))
        .isEqualTo(Value.of("zone"));
    assertThat(
            first(block(target, "ecs_target", "capacity_provider_strategy"))
                .at("capacity_provider"))
        .isEqualTo(Value.of("SPOT"));
  }

  @Test
  void a_job_and_commands_are_flattened_as_the_provider_does() {
    answer(
        target ->
            target
                .batchParameters(
                    job ->
                        job.jobDefinition("d")
                            .jobName("n")
                            .arrayProperties(array -> array.size(10))
                            .retryStrategy(retry -> retry.attempts(3)))
                .runCommandParameters(
                    run -> run.runCommandTargets(each -> each.key("tag:T").values("a", "b"))));

    Value.Mapping target = events.found(TYPE, RECORDED);

    assertThat(block(target, "batch_target", "array_size")).isEqualTo(Value.of(10));
    assertThat(block(target, "batch_target", "job_attempts")).isEqualTo(Value.of(3));
    assertThat(block(target, "batch_target", "job_name")).isEqualTo(Value.of("n"));
    assertThat(block(target, "run_command_targets", "key")).isEqualTo(Value.of("tag:T"));
    assertThat(block(target, "run_command_targets", "values").items()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "http_target,               path_parameter_values",
    "input_transformer,         input_paths",
    "redshift_target,           secrets_manager_arn",
    "sagemaker_pipeline_target, pipeline_parameter_list",
    "appsync_target,            graphql_operation",
  })
  void every_other_block_bears_terraforms_names(String block, String member) {
    answer(
        target ->
            target
                .httpParameters(http -> http.pathParameterValues("a"))
                .inputTransformer(t -> t.inputPathsMap(Map.of("a", "$.a")).inputTemplate("<a>"))
                .redshiftDataParameters(r -> r.database("d").secretManagerArn("arn:secret"))
                .sageMakerPipelineParameters(
                    s -> s.pipelineParameterList(p -> p.name("n").value("v")))
                .appSyncParameters(a -> a.graphQLOperation("query { a }")));

    assertThat(block(events.found(TYPE, RECORDED), block, member).isEmpty()).isFalse();
  }

  @Test
  void is_gone_where_the_rule_lacks_it_or_is_gone() {
    events.on(ListTargetsByRuleRequest.class, ListTargetsByRuleResponse.builder().build());
    assertThat(events.observe(TYPE, RECORDED)).isInstanceOf(Observation.Gone.class);

    events.failing(ListTargetsByRuleRequest.class, "ResourceNotFoundException");
    assertThat(events.observe(TYPE, RECORDED)).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    events.assertDenied(ListTargetsByRuleRequest.class, "events:ListTargetsByRule", TYPE, RECORDED);
  }

  @Test
  void its_arn_is_not_its_own() {
    assertThat(TYPE.arns()).isEmpty();
  }

  @Test
  void discovers_the_targets_of_recorded_rules_on_all_pages() {
    events.asked(
        ListTargetsByRuleRequest.class,
        request ->
            request.nextToken() == null
                ? ListTargetsByRuleResponse.builder()
                    .targets(each -> each.id("log"))
                    .nextToken("more")
                    .build()
                : ListTargetsByRuleResponse.builder().targets(each -> each.id("tap")).build());

    assertThat(
            events.discover(
                TYPE,
                FakeClient.recorded(TYPE.name(), RECORDED),
                FakeClient.recorded("aws_cloudwatch_event_rule", Map.of("id", "app/ship"))))
        .containsExactly("app/ship/log", "app/ship/tap");
    assertThat(TYPE.importIds(FakeClient.recorded(TYPE.name(), RECORDED)))
        .containsExactly("app/ship/log");
  }

  private void answer(UnaryOperator<Target.Builder> more) {
    Target target = more.apply(Target.builder().id("log").arn("arn:x")).build();
    events.on(
        ListTargetsByRuleRequest.class,
        ListTargetsByRuleResponse.builder().targets(target).build());
  }

  private static Value block(Value target, String block, String member) {
    return first(target.at(block)).at(member);
  }

  private static Value first(Value list) {
    return list.items().getFirst();
  }
}
