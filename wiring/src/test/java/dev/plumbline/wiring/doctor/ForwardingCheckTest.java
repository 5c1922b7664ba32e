package dev.plumbline.wiring.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.EventBus;
import software.amazon.awssdk.services.eventbridge.model.ListEventBusesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListEventBusesResponse;
import software.amazon.awssdk.services.eventbridge.model.ListRuleNamesByTargetRequest;
import software.amazon.awssdk.services.eventbridge.model.ListRuleNamesByTargetResponse;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsRequest;
import software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsResponse;

class ForwardingCheckTest {

  private static final String FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:events";
  private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:events";

  @Test
  void a_queue_that_is_filled_and_emptied_is_well() {
    assertThat(look("Enabled", "ENABLED", "changes"))
        .isEqualTo(new Outcome.Ok("1 rules forward changes to EventFunction."));
  }

  @Test
  void a_rule_that_is_off_is_named() {
    assertThat(faults(look("Enabled", "DISABLED", "changes")))
        .singleElement()
        .satisfies(fault -> assertThat(fault.what()).isEqualTo("The rule changes is off."));
  }

  @Test
  void a_queue_that_no_rule_fills_is_named() {
    assertThat(faults(look("Enabled", "ENABLED")))
        .singleElement()
        .satisfies(fault -> assertThat(fault.what()).contains("No rule puts events on " + QUEUE));
  }

  @Test
  void a_queue_that_is_not_taken_from_is_named() {
    assertThat(faults(look("Disabled", "ENABLED", "changes")))
        .singleElement()
        .satisfies(fault -> assertThat(fault.action()).contains("a-mapping"));
  }

  @Test
  void a_deployment_without_events_needs_none() {
    assertThat(
            new ForwardingCheck(
                    Optional.of(new Deployed("Plumbline", Map.of())),
                    new Mappings("Enabled"),
                    new Rules("ENABLED", List.of()))
                .look())
        .isInstanceOf(Outcome.Skipped.class);
  }

  private static Outcome look(String mapping, String state, String... rules) {
    FunctionConfiguration function = FunctionConfiguration.builder().functionArn(FUNCTION).build();
    return new ForwardingCheck(
            Optional.of(new Deployed("Plumbline", Map.of("EventFunction", function))),
            new Mappings(mapping),
            new Rules(state, List.of(rules)))
        .look();
  }

  private static List<Fault> faults(Outcome outcome) {
    return ((Outcome.Failed) outcome).faults();
  }

  /** Of the function's alias, and of another function whose name begins alike. */
  private record Mappings(String state) implements LambdaClient {

    @Override
    public ListEventSourceMappingsResponse listEventSourceMappings(
        ListEventSourceMappingsRequest request) {
      return ListEventSourceMappingsResponse.builder()
          .eventSourceMappings(
              mapping(FUNCTION + ":live", QUEUE, state),
              mapping(FUNCTION + "-other", QUEUE + "-other", "Disabled"))
          .build();
    }

    private static EventSourceMappingConfiguration mapping(
        String function, String queue, String state) {
      return EventSourceMappingConfiguration.builder()
          .uuid("a-mapping")
          .functionArn(function)
          .eventSourceArn(queue)
          .state(state)
          .build();
    }

    @Override
    public String serviceName() {
      return "lambda";
    }

    @Override
    public void close() {}
  }

  private record Rules(String state, List<String> names) implements EventBridgeClient {

    @Override
    public ListEventBusesResponse listEventBuses(ListEventBusesRequest request) {
      return ListEventBusesResponse.builder()
          .eventBuses(EventBus.builder().name("default").build())
          .build();
    }

    @Override
    public ListRuleNamesByTargetResponse listRuleNamesByTarget(
        ListRuleNamesByTargetRequest request) {
      return ListRuleNamesByTargetResponse.builder().ruleNames(names).build();
    }

    @Override
    public DescribeRuleResponse describeRule(DescribeRuleRequest request) {
      return DescribeRuleResponse.builder().state(state).build();
    }

    @Override
    public String serviceName() {
      return "events";
    }

    @Override
    public void close() {}
  }
}
