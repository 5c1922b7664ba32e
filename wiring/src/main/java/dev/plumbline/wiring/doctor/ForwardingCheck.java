package dev.plumbline.wiring.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBus;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;

/**
 * Events of changes come to the function that reads them: it takes from a queue, and rules that are
 * on put them there.
 */
record ForwardingCheck(Optional<Deployed> deployed, LambdaClient lambda, EventBridgeClient events)
    implements Check {

  private static final String TAKES_EVENTS = "EventFunction";
  private static final String WHY = "Changes are found by the next schedule only.";

  @Override
  public String name() {
    return "events";
  }

  @Override
  public Outcome look() {
    Optional<String> function =
        deployed.flatMap(it -> it.function(TAKES_EVENTS)).map(each -> each.functionArn());
    if (function.isEmpty()) {
      return new Outcome.Skipped("No deployment that takes events is looked at.");
    }
    List<EventSourceMappingConfiguration> taken = taken(function.get());
    List<Fault> faults = new ArrayList<>();
    if (taken.isEmpty()) {
      faults.add(
          new Fault("%s takes from no queue.".formatted(TAKES_EVENTS), WHY, "Deploy again."));
    }
    int rules = 0;
    for (EventSourceMappingConfiguration each : taken) {
      if (!"Enabled".equals(each.state())) {
        faults.add(
            new Fault(
                "%s does not take from %s: %s."
                    .formatted(TAKES_EVENTS, each.eventSourceArn(), each.state()),
                WHY,
                "Enable the event source mapping %s.".formatted(each.uuid())));
      }
      rules += rules(each.eventSourceArn(), faults);
    }
    return Outcome.failed(faults, "%d rules forward changes to %s.".formatted(rules, TAKES_EVENTS));
  }

  /** It is invoked by its alias, so mappings are of that. */
  private List<EventSourceMappingConfiguration> taken(String function) {
    return lambda.listEventSourceMappingsPaginator().eventSourceMappings().stream()
        .filter(each -> each.functionArn() != null)
        .filter(
            each ->
                each.functionArn().equals(function)
                    || each.functionArn().startsWith(function + ":"))
        .toList();
  }

  private int rules(String queue, List<Fault> faults) {
    int on = 0;
    int off = 0;
    for (EventBus bus : events.listEventBuses(request -> {}).eventBuses()) {
      for (String rule :
          events
              .listRuleNamesByTarget(r -> r.targetArn(queue).eventBusName(bus.name()))
              .ruleNames()) {
        RuleState state = events.describeRule(r -> r.name(rule).eventBusName(bus.name())).state();
        if (state == RuleState.DISABLED) {
          off++;
          faults.add(
              new Fault(
                  "The rule %s is off.".formatted(rule), WHY, "Turn it on, or deploy again."));
        } else {
          on++;
        }
      }
    }
    if (on + off == 0) {
      faults.add(new Fault("No rule puts events on %s.".formatted(queue), WHY, "Deploy again."));
    }
    return on;
  }
}
