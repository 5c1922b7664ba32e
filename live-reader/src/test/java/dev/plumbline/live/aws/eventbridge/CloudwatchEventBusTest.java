package dev.plumbline.live.aws.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeClient;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.DescribeEventBusRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeEventBusResponse;
import software.amazon.awssdk.services.eventbridge.model.ListEventBusesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListEventBusesResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.eventbridge.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.eventbridge.model.Tag;

/** Buses and their policies. */
final class CloudwatchEventBusTest {

  private static final String ARN = "arn:aws:events:us-east-1:123456789012:event-bus/app";
  private static final Map<String, String> RECORDED =
      Map.of("id", "app", "name", "app", "event_bus_name", "app");

  private final FakeClient<EventBridgeClient> events =
      FakeClient.of(EventBridgeClient.class)
          .on(
              ListTagsForResourceRequest.class,
              ListTagsForResourceResponse.builder()
                  .tags(Tag.builder().key("team").value("core").build())
                  .build());

  static List<ResourceType> types() {
    return List.of(new CloudwatchEventBus(), new CloudwatchEventBusPolicy());
  }

  @Test
  void reads_a_bus_under_terraforms_own_names() {
    answer("");

    Value.Mapping bus = events.found(new CloudwatchEventBus(), RECORDED);

    assertThat(bus.at("arn")).isEqualTo(Value.of(ARN));
    assertThat(bus.at("description")).isEqualTo(Value.of("the app's"));
    assertThat(bus.at("kms_key_identifier")).isEqualTo(Value.of("arn:key"));
    assertThat(bus.at("dead_letter_config").items().getFirst().at("arn"))
        .isEqualTo(Value.of("arn:dead"));
    assertThat(bus.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
  }

  @Test
  void a_bus_and_its_policy_cost_one_call_beside_the_tags() {
    answer("{\"Statement\":[]}");

    List<Observation> both = events.observeTogether(types(), RECORDED);

    assertThat(both).allMatch(Observation.Found.class::isInstance);
    assertThat(((Observation.Found) both.getLast()).attributes().at("policy"))
        .isEqualTo(Value.of("{\"Statement\":[]}"));
    assertThat(events.count(DescribeEventBusRequest.class)).isEqualTo(1);
  }

  @Test
  void a_policy_is_complete_and_gone_where_the_bus_has_none() {
    answer("{}");
    events.found(new CloudwatchEventBusPolicy(), RECORDED);

    answer("");
    assertThat(events.observe(new CloudwatchEventBusPolicy(), RECORDED))
        .isInstanceOf(Observation.Gone.class);
  }

  @ParameterizedTest
  @MethodSource("types")
  void what_eventbridge_says_does_not_exist_is_gone(ResourceType type) {
    events.failing(DescribeEventBusRequest.class, "ResourceNotFoundException");

    assertThat(events.observe(type, RECORDED)).isInstanceOf(Observation.Gone.class);
  }

  @ParameterizedTest
  @MethodSource("types")
  void access_denied_is_unreadable_never_gone(ResourceType type) {
    events.assertDenied(DescribeEventBusRequest.class, "events:DescribeEventBus", type, RECORDED);
  }

  @Test
  void discovers_all_pages_of_buses_but_the_default_one_and_policies_that_nobody_owns() {
    events.asked(
        ListEventBusesRequest.class,
        request ->
            request.nextToken() == null
                ? ListEventBusesResponse.builder()
                    .eventBuses(bus -> bus.name("default"), bus -> bus.name("app").policy("{}"))
                    .nextToken("more")
                    .build()
                : ListEventBusesResponse.builder()
                    .eventBuses(bus -> bus.name("late").policy("{}"))
                    .build());

    assertThat(events.discover(new CloudwatchEventBus())).containsExactly("app", "late");
    assertThat(
            events.discover(
                new CloudwatchEventBusPolicy(),
                FakeClient.recorded(
                    "aws_cloudwatch_event_permission", Map.of("event_bus_name", "late"))))
        .containsExactly("app");
  }

  private void answer(String policy) {
    events.on(
        DescribeEventBusRequest.class,
        DescribeEventBusResponse.builder()
            .name("app")
            .arn(ARN)
            .description("the app's")
            .kmsKeyIdentifier("arn:key")
            .deadLetterConfig(dead -> dead.arn("arn:dead"))
            .policy(policy.isEmpty() ? null : policy)
            .build());
  }
}
