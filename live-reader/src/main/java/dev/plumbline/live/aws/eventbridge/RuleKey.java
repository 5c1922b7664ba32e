package dev.plumbline.live.aws.eventbridge;

import dev.plumbline.state.RecordedResource;

/**
 * Names a rule.
 *
 * @param bus the bus it is on, by name or ARN, as it is recorded
 * @param name its own name
 */
record RuleKey(String bus, String name) {

  private static final String BUS = ":event-bus/";

  /**
   * A rule's id is {@code BUS/NAME}, and {@code NAME} alone on the default bus. A bus's ARN and a
   * partner's bus have slashes of their own; a rule's name has none.
   */
  static RuleKey ofId(String id) {
    int slash = id.lastIndexOf('/');
    return slash < 0
        ? new RuleKey(Buses.DEFAULT, id)
        : new RuleKey(id.substring(0, slash), id.substring(slash + 1));
  }

  /** The rule that a recorded target is on. */
  static RuleKey ofTarget(RecordedResource target) {
    String bus = target.at("event_bus_name").text();
    return new RuleKey(bus.isEmpty() ? Buses.DEFAULT : bus, target.at("rule").text());
  }

  /** What the provider calls it: an ARN's bus is named by its name. */
  String importId() {
    int arn = bus.indexOf(BUS);
    String named = arn < 0 ? bus : bus.substring(arn + BUS.length());
    return named.equals(Buses.DEFAULT) ? name : named + "/" + name;
  }
}
