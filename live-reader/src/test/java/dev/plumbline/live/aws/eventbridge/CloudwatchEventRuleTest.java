package dev.plumbline.live.aws.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeClient;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.ListEventBusesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListEventBusesResponse;
import software.amazon.awssdk.services.eventbridge.model.ListRulesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListRulesResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.eventbridge.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.Tag;

final class CloudwatchEventRuleTest {

  private static final String BUS = "arn:aws:events:us-east-1:123456789012:event-bus/app";
  private static final CloudwatchEventRule TYPE = new CloudwatchEventRule();

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final FakeClient<EventBridgeClient> events =
      FakeClient.of(EventBridgeClient.class)
          .on(
              ListTagsForResourceRequest.class,
              ListTagsForResourceResponse.builder()
                  .tags(Tag.builder().key("team").value("core").build())
                  .build());

  @ParameterizedTest
  @CsvSource({
    "id,                  app/ship",
    "name,                ship",
    "event_bus_name,      app",
    "arn,                 arn:rule",
    "description,         a ship",
    "event_pattern,       {}",
    "schedule_expression, rate(1 day)",
    "role_arn,            arn:role",
    "state,               ENABLED",
  })
  void reads_a_rule_under_terraforms_own_names(String attribute, String value) {
    answer(rule("ship", "ENABLED"));

    assertThat(events.found(TYPE, Map.of("id", "app/ship")).at(attribute))
        .isEqualTo(Value.of(value));
  }

  @ParameterizedTest
  @CsvSource({
    "ENABLED, true",
    "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS, true",
    "DISABLED, false",
  })
  void is_enabled_where_its_state_says_so(String state, boolean enabled) {
    answer(rule("ship", state));

    assertThat(events.found(TYPE, Map.of("id", "ship")).at("is_enabled"))
        .isEqualTo(Value.of(enabled));
  }

  @ParameterizedTest
  @CsvSource({
    "ship, default, ship",
    "app/ship, app, app/ship",
    "arn:aws:events:us-east-1:123456789012:event-bus/app/ship,"
        + " arn:aws:events:us-east-1:123456789012:event-bus/app, app/ship",
    "aws.partner/example.com/a/ship, aws.partner/example.com/a, aws.partner/example.com/a/ship",
  })
  void an_id_names_bus_and_rule(String id, String bus, String importId) {
    answer(rule("ship", "ENABLED"));

    assertThat(events.found(TYPE, Map.of("id", id)).at("event_bus_name")).isEqualTo(Value.of(bus));
    assertThat(TYPE.importIds(FakeClient.recorded(TYPE.name(), Map.of("id", id))))
        .contains(importId);
  }

  @Test
  void one_listing_a_bus_by_what_the_recorded_names_begin_with() {
    answer(rule("ship-seen", "ENABLED"), rule("ship-lost", "ENABLED"), rule("dusk", "ENABLED"));

    List<Observation> rules =
        events.observe(
            TYPE,
            recorded("app/ship-seen"),
            recorded("app/ship-lost"),
            recorded("dusk"),
            recorded("dawn"));

    assertThat(rules.subList(0, 3)).allMatch(Observation.Found.class::isInstance);
    assertThat(rules.getLast()).isInstanceOf(Observation.Gone.class);
    assertThat(asked).containsExactlyInAnyOrder("app ship-", "default d");
  }

  @Test
  void a_rule_is_gone_with_its_bus() {
    events.failing(ListRulesRequest.class, "ResourceNotFoundException");

    assertThat(events.observe(TYPE, Map.of("id", "app/ship"))).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    events.assertDenied(ListRulesRequest.class, "events:ListRules", TYPE, Map.of("id", "app/ship"));
  }

  @Test
  void discovers_the_rules_of_every_bus_but_those_that_a_service_manages() {
    events.on(
        ListEventBusesRequest.class,
        ListEventBusesResponse.builder()
            .eventBuses(bus -> bus.name("default"), bus -> bus.name("app"))
            .build());
    answer(
        rule("ship", "ENABLED"),
        rule("theirs", "ENABLED").toBuilder().managedBy("ecs.amazonaws.com").build());

    assertThat(events.discover(TYPE, recorded(BUS + "/ship"))).containsExactly("ship", "app/ship");
  }

  private void answer(Rule... rules) {
    events.asked(
        ListRulesRequest.class,
        request -> {
          asked.add(request.eventBusName() + " " + request.namePrefix());
          return ListRulesResponse.builder().rules(rules).build();
        });
  }

  private static RecordedResource recorded(String id) {
    return FakeClient.recorded(TYPE.name(), Map.of("id", id));
  }

  private static Rule rule(String name, String state) {
    return Rule.builder()
        .name(name)
        .arn("arn:rule")
        .description("a ship")
        .eventPattern("{}")
        .scheduleExpression("rate(1 day)")
        .roleArn("arn:role")
        .eventBusName("app")
        .state(state)
        .build();
  }
}
