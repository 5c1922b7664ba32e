package dev.plumbline.live.aws.eventbridge;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.services.eventbridge.model.Target;

/**
 * {@code aws_cloudwatch_event_target}, named by bus, rule and target id; its id cannot be taken
 * apart, its attributes tell them. A rule's targets come in one listing. Its {@code arn} is that of
 * what the events are sent to, in another account or region perhaps.
 */
public final class CloudwatchEventTarget implements ResourceType {

  @Override
  public String name() {
    return "aws_cloudwatch_event_target";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(Targets.LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.withUnobservable("local to Terraform", "force_destroy");
  }

  @Override
  public List<String> arns() {
    return List.of();
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_cloudwatch_event_rule", "name", "rule"));
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("rule", "rule", "name", "rule");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(recorded -> observe(batch, recorded));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    RuleKey rule = RuleKey.ofTarget(recorded);
    Optional<Map<String, Target>> targets = Targets.of(batch.scope(), rule);
    if (targets.isEmpty()) {
      return new Observation.Gone(Targets.LIST + " says that its rule does not exist");
    }
    Target target = targets.get().get(recorded.at("target_id").text());
    return target == null
        ? new Observation.Gone("it is not in the completed listing of " + Targets.LIST)
        : TargetBlocks.put(batch.attributes().from(target), target)
            .put("id", recorded.id())
            .put("rule", rule.name())
            .put("event_bus_name", rule.bus())
            .put("target_id", target.id())
            .found();
  }

  /** Those of the recorded rules: the others belong to rules that are unmanaged themselves. */
  @Override
  public List<String> discover(AwsScope scope) {
    List<RuleKey> rules =
        Stream.concat(
                scope.recorded("aws_cloudwatch_event_rule").map(rule -> RuleKey.ofId(rule.id())),
                scope.recorded("aws_cloudwatch_event_target").map(RuleKey::ofTarget))
            .distinct()
            .toList();
    return scope
        .forAll(
            rules,
            rule ->
                Targets.of(scope, rule).orElse(Map.of()).keySet().stream()
                    .sorted()
                    .map(id -> importId(rule, id))
                    .toList())
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public List<String> importIds(RecordedResource target) {
    return List.of(importId(RuleKey.ofTarget(target), target.at("target_id").text()));
  }

  private static String importId(RuleKey rule, String target) {
    return rule.importId() + "/" + target;
  }
}
