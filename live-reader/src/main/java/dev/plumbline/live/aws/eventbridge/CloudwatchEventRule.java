package dev.plumbline.live.aws.eventbridge;

import static dev.plumbline.engine.Meaning.JSON;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.TagIndex;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.eventbridge.model.EventBus;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.RuleState;

/**
 * {@code aws_cloudwatch_event_rule}, named by bus and name. A bus's rules come in one listing; tags
 * are one call each.
 */
public final class CloudwatchEventRule implements ResourceType {

  @Override
  public String name() {
    return "aws_cloudwatch_event_rule";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(Rules.LIST, Buses.LIST, Buses.TAGS, TagIndex.ACTION));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(JSON, "event_pattern")
        .withUnobservable("local to Terraform", "force_destroy");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(recorded -> observe(batch, recorded));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    RuleKey key = RuleKey.ofId(recorded.id());
    Optional<Map<String, Rule>> rules = Rules.on(batch.scope(), key.bus());
    if (rules.isEmpty()) {
      return new Observation.Gone(Rules.LIST + " says that its bus does not exist");
    }
    Rule rule = rules.get().get(key.name());
    return rule == null
        ? new Observation.Gone("it is not in the completed listing of " + Rules.LIST)
        : observed(batch, recorded.id(), key.bus(), rule);
  }

  /** The API may answer the bus's name where its ARN was given; the id says how it was. */
  private static Observation observed(Batch batch, String id, String bus, Rule rule) {
    boolean enabled =
        rule.state() == RuleState.ENABLED
            || rule.state() == RuleState.ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS;
    Attributes attributes =
        batch
            .attributes()
            .from(rule)
            .put("id", id)
            .put("event_bus_name", bus)
            .put("is_enabled", enabled);
    return Buses.tagged(attributes, batch.scope(), rule.arn()).found();
  }

  /** Rules that a service manages are the service's. */
  @Override
  public List<String> discover(AwsScope scope) {
    return scope
        .forAll(Buses.all(scope).stream().map(EventBus::name).toList(), bus -> discover(scope, bus))
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> discover(AwsScope scope, String bus) {
    return Rules.on(scope, bus).orElse(Map.of()).values().stream()
        .filter(rule -> rule.managedBy() == null || rule.managedBy().isEmpty())
        .map(rule -> new RuleKey(bus, rule.name()).importId())
        .sorted()
        .toList();
  }

  @Override
  public List<String> importIds(RecordedResource rule) {
    return List.of(rule.id(), RuleKey.ofId(rule.id()).importId());
  }
}
