package dev.plumbline.engine.severity;

import dev.plumbline.engine.Change;
import dev.plumbline.engine.redact.Mask;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rates findings: the configuration's rules in their order, then the built-in ones. Changes have
 * been through the {@code Redactor} before they come here. Immutable and thread-safe.
 */
public final class SeverityPolicy {

  private static final Change WHOLE = new Change("", Value.none(), Value.none(), false, List.of());

  /** Empty where the configuration has no rules: then no CEL class is ever loaded. */
  private final Optional<CelRules> configured;

  private SeverityPolicy(Optional<CelRules> configured) {
    this.configured = configured;
  }

  /**
   * The policy with these rules before the built-in ones.
   *
   * @throws IllegalArgumentException where {@link #mistakes} finds one; reading the configuration
   *     has reported it before
   */
  public static SeverityPolicy of(List<SeverityRule> rules) {
    return new SeverityPolicy(
        rules.isEmpty() ? Optional.empty() : Optional.of(CelRules.compile(rules)));
  }

  /**
   * What is wrong with a rule's expression, each with its place in it; nothing where it is fine.
   */
  public static List<String> mistakes(String expression) {
    return CelRules.mistakes(expression);
  }

  /** Rates one change of a resource. */
  public Rating rate(StackFacts stack, ResourceFacts resource, Change change) {
    Change masked = masked(change);
    List<String> notes = new ArrayList<>();
    return configured
        .flatMap(rules -> rules.first(stack, resource, masked, notes))
        .map(rule -> new Rating(rule.level(), "configured: " + rule.when(), notes))
        .orElseGet(() -> builtIn(resource, masked, notes));
  }

  /** Rates a finding about the whole resource, such as its deletion. */
  public Rating rate(StackFacts stack, ResourceFacts resource) {
    return rate(stack, resource, WHOLE);
  }

  private static Rating builtIn(ResourceFacts resource, Change change, List<String> notes) {
    BuiltInRule rule = BuiltInRule.first(resource, change);
    return new Rating(rule.severity(), rule.reason(), notes);
  }

  /** Law 3 again, should a sensitive change come here unmasked: then nothing of it is shown. */
  private static Change masked(Change change) {
    if (!change.sensitive() || Mask.occursIn(change)) {
      return change;
    }
    return new Change(
        change.path(), Mask.whole(change.expected()), Mask.whole(change.actual()), true, List.of());
  }
}
