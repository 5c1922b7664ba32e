package dev.plumbline.live.aws.sfn;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.error;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeActivityRequest;
import software.amazon.awssdk.services.sfn.model.DescribeActivityResponse;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineRequest;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.ListActivitiesRequest;
import software.amazon.awssdk.services.sfn.model.ListActivitiesResponse;
import software.amazon.awssdk.services.sfn.model.ListStateMachineVersionsRequest;
import software.amazon.awssdk.services.sfn.model.ListStateMachineVersionsResponse;
import software.amazon.awssdk.services.sfn.model.ListStateMachinesRequest;
import software.amazon.awssdk.services.sfn.model.ListStateMachinesResponse;
import software.amazon.awssdk.services.sfn.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.sfn.model.ListTagsForResourceResponse;

/** Both types: state machines and activities. */
final class SfnStateMachineTest {

  private static final String ARN = "arn:aws:states:us-east-1:123456789012:stateMachine:tour";

  private final FakeSfn sfn = new FakeSfn();

  static List<ResourceType> types() {
    return List.of(new SfnStateMachine(), new SfnActivity());
  }

  @Test
  void reads_a_state_machine_under_terraforms_own_names() {
    sfn.machine
        .name("tour")
        .definition("{\"StartAt\":\"a\"}")
        .description("the tour")
        .revisionId("r")
        .roleArn("arn:role")
        .type("EXPRESS")
        .encryptionConfiguration(
            e -> e.type("CUSTOMER_MANAGED_KMS_KEY").kmsKeyId("k").kmsDataKeyReusePeriodSeconds(300))
        .tracingConfiguration(t -> t.enabled(true))
        .loggingConfiguration(
            l ->
                l.level("ALL")
                    .includeExecutionData(true)
                    .destinations(d -> d.cloudWatchLogsLogGroup(g -> g.logGroupArn("arn:log:*"))));

    Value.Mapping attributes = found(observe(new SfnStateMachine(), ARN + ":1"));

    assertComplete("aws_sfn_state_machine", attributes);
    assertThat(attributes.at("id")).isEqualTo(Value.of(ARN));
    assertThat(attributes.at("definition").text()).isEqualTo("{\"StartAt\":\"a\"}");
    assertThat(attributes.at("state_machine_version_arn")).isEqualTo(Value.of(ARN + ":2"));
    assertThat(block(attributes, "logging_configuration"))
        .isEqualTo(
            Value.of(
                Map.of(
                    "level", Value.of("ALL"),
                    "include_execution_data", Value.of(true),
                    "log_destination", Value.of("arn:log:*"))));
    assertThat(block(attributes, "tracing_configuration").at("enabled")).isEqualTo(Value.of(true));
    assertThat(
            block(attributes, "encryption_configuration").at("kms_data_key_reuse_period_seconds"))
        .isEqualTo(Value.of(300));
    assertThat(attributes.at("tags_all").at("team")).isEqualTo(Value.of("core"));
  }

  @ParameterizedTest
  @CsvSource({"'',0", "arn:aws:states:1,1"})
  void versions_are_asked_for_only_where_the_state_has_one(String version, int calls) {
    observe(new SfnStateMachine(), version);

    assertThat(sfn.asked.stream().filter("versions"::equals)).hasSize(calls);
  }

  @Test
  void one_that_is_being_deleted_is_not_compared() {
    sfn.machine.status("DELETING");

    assertThat(observe(new SfnStateMachine(), ""))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).contains("in transition"));
  }

  @Test
  void reads_an_activity_under_terraforms_own_names() {
    sfn.activity.name("coats").encryptionConfiguration(e -> e.type("AWS_OWNED_KEY"));

    Value.Mapping attributes = found(observe(new SfnActivity(), ""));

    assertComplete("aws_sfn_activity", attributes);
    assertThat(block(attributes, "encryption_configuration").at("type"))
        .isEqualTo(Value.of("AWS_OWNED_KEY"));
  }

  @ParameterizedTest
  @CsvSource({"StateMachineDoesNotExist, true, false", "ActivityDoesNotExist, false, true"})
  void is_gone_by_its_own_code_only(String code, boolean machine, boolean activity) {
    sfn.failure = code;

    assertThat(observe(new SfnStateMachine(), "") instanceof Observation.Gone).isEqualTo(machine);
    assertThat(observe(new SfnActivity(), "") instanceof Observation.Gone).isEqualTo(activity);
  }

  @ParameterizedTest
  @MethodSource("types")
  void access_denied_is_unreadable_never_gone(ResourceType type) {
    sfn.failure = "AccessDeniedException";

    assertThat(observe(type, "")).isInstanceOf(Observation.Unreadable.class);
  }

  @ParameterizedTest
  @MethodSource("types")
  void is_discovered_by_its_arn(ResourceType type) {
    assertThat(FakeScope.discover(type, Map.of(SfnClient.class, sfn))).containsExactly("arn:other");
  }

  private static Value block(Value.Mapping attributes, String name) {
    return attributes.at(name).items().getFirst();
  }

  private Observation observe(ResourceType type, String version) {
    return FakeScope.observe(
            type,
            Map.of(SfnClient.class, sfn),
            recorded(
                type.name(),
                Map.of(
                    "id", Value.of(ARN),
                    "state_machine_version_arn", Value.of(version))))
        .getFirst();
  }

  private static final class FakeSfn implements SfnClient {
    private final DescribeStateMachineResponse.Builder machine =
        DescribeStateMachineResponse.builder().stateMachineArn(ARN).status("ACTIVE");
    private final DescribeActivityResponse.Builder activity =
        DescribeActivityResponse.builder().activityArn(ARN);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private String failure = "";

    private void ask(String what) {
      asked.add(what);
      if (!failure.isEmpty()) {
        throw error(failure, 400);
      }
    }

    @Override
    public DescribeStateMachineResponse describeStateMachine(DescribeStateMachineRequest request) {
      ask("machine");
      return machine.build();
    }

    @Override
    public DescribeActivityResponse describeActivity(DescribeActivityRequest request) {
      ask("activity");
      return activity.build();
    }

    @Override
    public ListStateMachineVersionsResponse listStateMachineVersions(
        ListStateMachineVersionsRequest request) {
      ask("versions");
      return ListStateMachineVersionsResponse.builder()
          .stateMachineVersions(
              v -> v.stateMachineVersionArn(ARN + ":2"), v -> v.stateMachineVersionArn(ARN + ":1"))
          .build();
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
      ask("tags");
      return ListTagsForResourceResponse.builder().tags(t -> t.key("team").value("core")).build();
    }

    @Override
    public ListStateMachinesResponse listStateMachines(ListStateMachinesRequest request) {
      ask("machines");
      return ListStateMachinesResponse.builder()
          .stateMachines(m -> m.stateMachineArn("arn:other"))
          .build();
    }

    @Override
    public ListActivitiesResponse listActivities(ListActivitiesRequest request) {
      ask("activities");
      return ListActivitiesResponse.builder().activities(a -> a.activityArn("arn:other")).build();
    }

    @Override
    public String serviceName() {
      return "states";
    }

    @Override
    public void close() {}
  }
}
