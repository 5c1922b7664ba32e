package dev.plumbline.engine.severity;

import dev.cel.runtime.CelEvaluationException;
import dev.plumbline.engine.Change;
import dev.plumbline.engine.severity.CelCondition.Sight;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The configuration's severity rules, compiled once. */
final class CelRules {

  private final List<Compiled> rules;

  private CelRules(List<Compiled> rules) {
    this.rules = rules;
  }

  private record Compiled(SeverityRule rule, CelCondition condition) {}

  static CelRules compile(List<SeverityRule> rules) {
    return new CelRules(
        rules.stream()
            .map(rule -> new Compiled(rule, CelCondition.compile(rule.when(), Sight.DRIFT)))
            .toList());
  }

  static List<String> mistakes(String expression) {
    return CelCondition.mistakes(expression, Sight.DRIFT);
  }

  /** The first rule that holds; one that cannot be evaluated does not, which is noted. */
  Optional<SeverityRule> first(
      StackFacts stack, ResourceFacts resource, Change change, List<String> notes) {
    Map<String, Object> variables = CelVariables.of(stack, resource, change);
    for (Compiled compiled : rules) {
      if (holds(compiled, variables, resource.address(), notes)) {
        return Optional.of(compiled.rule());
      }
    }
    return Optional.empty();
  }

  private static boolean holds(
      Compiled compiled, Map<String, Object> variables, String address, List<String> notes) {
    try {
      return compiled.condition().holds(variables);
    } catch (CelEvaluationException e) {
      // The exception's own text may quote a value; the error code is enough to find the cause.
      notes.add(
          "The severity rule \"%s\" did not apply to %s: it cannot be evaluated there (%s)."
              .formatted(compiled.rule().when(), address, e.getErrorCode()));
      return false;
    }
  }
}
