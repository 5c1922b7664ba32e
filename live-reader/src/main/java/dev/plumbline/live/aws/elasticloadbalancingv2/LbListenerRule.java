package dev.plumbline.live.aws.elasticloadbalancingv2;

import dev.plumbline.engine.Observation;
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
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;

/** {@code aws_lb_listener_rule}, named by its ARN; one listing a listener. */
public final class LbListenerRule implements ResourceType {

  /** How the provider writes the priority of a listener's default rule. */
  private static final int LAST = 99_999;

  @Override
  public String name() {
    return "aws_lb_listener_rule";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(Balancing.RULES, BalancingTags.ACTION));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(
        recorded ->
            Balancing.rules(batch.scope(), Balancing.listenerOf(recorded))
                .map(
                    rules ->
                        Optional.ofNullable(rules.get(recorded.id()))
                            .map(rule -> observed(batch, recorded, rule))
                            .orElseGet(
                                () ->
                                    new Observation.Gone(
                                        "it is not in the completed listing of "
                                            + Balancing.RULES)))
                .orElseGet(
                    () ->
                        new Observation.Gone(
                            Balancing.RULES + " says that the listener does not exist")));
  }

  private static Observation observed(Batch batch, RecordedResource recorded, Rule rule) {
    String arn = rule.ruleArn();
    return batch
        .attributes()
        .put("id", arn)
        .put("arn", arn)
        .put("listener_arn", Balancing.listenerOf(arn))
        .put("priority", "default".equals(rule.priority()) ? LAST : rule.priority())
        .put("action", RuleActions.of(rule.actions(), recorded.at("action")))
        .put("condition", rule.conditions().stream().map(RuleConditions::of).toList())
        .tags(BalancingTags.of(batch.scope(), arn))
        .found();
  }

  /** Those of the listeners that a recorded rule is on, whose listing is made anyway. */
  @Override
  public List<String> discover(AwsScope scope) {
    return scope
        .recorded(name())
        .map(Balancing::listenerOf)
        .distinct()
        .flatMap(listener -> added(scope, listener))
        .toList();
  }

  /** A listener's rules but for its default one, which is made with it and told with it. */
  private static Stream<String> added(AwsScope scope, String listener) {
    return Balancing.rules(scope, listener).map(Map::values).stream()
        .flatMap(rules -> rules.stream())
        .filter(rule -> !Boolean.TRUE.equals(rule.isDefault()))
        .map(Rule::ruleArn);
  }
}
