package dev.plumbline.live.aws.eventbridge;

import static dev.plumbline.engine.Meaning.POLICY;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.eventbridge.model.EventBus;

/** {@code aws_cloudwatch_event_bus_policy}, named by the bus; gone where the bus has none. */
public final class CloudwatchEventBusPolicy implements ResourceType {

  @Override
  public String name() {
    return "aws_cloudwatch_event_bus_policy";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(Buses.DESCRIBE, Buses.LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.with(POLICY, "policy");
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_cloudwatch_event_bus", "name", "event_bus_name"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(
        recorded -> {
          String name = recorded.id();
          return Buses.bus(batch.scope(), name)
              .map(bus -> observed(batch, name, bus.policy() == null ? "" : bus.policy()))
              .orElseGet(
                  () -> new Observation.Gone(Buses.DESCRIBE + " says that the bus does not exist"));
        });
  }

  private static Observation observed(Batch batch, String name, String policy) {
    return policy.isEmpty()
        ? new Observation.Gone(Buses.DESCRIBE + " says that the bus has no policy")
        : batch
            .attributes()
            .put("id", name)
            .put("event_bus_name", name)
            .put("policy", policy)
            .found();
  }

  /** A policy that recorded permissions are statements of is theirs. */
  @Override
  public List<String> discover(AwsScope scope) {
    Set<String> permitted =
        scope
            .recorded("aws_cloudwatch_event_permission")
            .map(CloudwatchEventBusPolicy::busOf)
            .collect(Collectors.toSet());
    return Buses.all(scope).stream()
        .filter(bus -> bus.policy() != null && !bus.policy().isEmpty())
        .map(EventBus::name)
        .filter(name -> !permitted.contains(name))
        .toList();
  }

  private static String busOf(RecordedResource permission) {
    String name = permission.at("event_bus_name").text();
    return name.isEmpty() ? Buses.DEFAULT : name;
  }
}
