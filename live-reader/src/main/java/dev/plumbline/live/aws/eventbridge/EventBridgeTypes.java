package dev.plumbline.live.aws.eventbridge;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of EventBridge, with what makes each reader. */
public final class EventBridgeTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_cloudwatch_event_archive", CloudwatchEventArchive::new),
          Map.entry("aws_cloudwatch_event_bus", CloudwatchEventBus::new),
          Map.entry("aws_cloudwatch_event_bus_policy", CloudwatchEventBusPolicy::new),
          Map.entry("aws_cloudwatch_event_rule", CloudwatchEventRule::new),
          Map.entry("aws_cloudwatch_event_target", CloudwatchEventTarget::new));

  private EventBridgeTypes() {}
}
