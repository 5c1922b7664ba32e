package dev.plumbline.engine.severity;

import dev.cel.runtime.CelEvaluationException;
import dev.plumbline.engine.Change;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.severity.CelCondition.Sight;
import dev.plumbline.state.Value;
import java.util.List;

/**
 * An expression over a finding and who caused it, in the severity rules' language with {@code
 * resource.cause.principal}, {@code .via} and {@code .event} besides. Immutable and thread-safe.
 */
public final class Condition {

  private static final Change WHOLE = new Change("", Value.none(), Value.none(), false, List.of());

  private final CelCondition condition;

  private Condition(CelCondition condition) {
    this.condition = condition;
  }

  /**
   * The condition that the expression says.
   *
   * @throws IllegalArgumentException where {@link #mistakes} finds one
   */
  public static Condition of(String expression) {
    return new Condition(CelCondition.compile(expression, Sight.CAUSE));
  }

  /** What is wrong with an expression, each with its place in it; nothing where it is fine. */
  public static List<String> mistakes(String expression) {
    return CelCondition.mistakes(expression, Sight.CAUSE);
  }

  /**
   * Whether it holds for every change of the resource, so that nothing is answered that the rule
   * does not speak of. It does not hold where it cannot be evaluated.
   */
  public boolean holds(StackFacts stack, ResourceReport resource) {
    List<Change> changes = resource.changes().isEmpty() ? List.of(WHOLE) : resource.changes();
    return changes.stream().allMatch(change -> holds(stack, resource, change));
  }

  private boolean holds(StackFacts stack, ResourceReport resource, Change change) {
    try {
      return condition.holds(CelVariables.of(stack, resource, change));
    } catch (CelEvaluationException _) {
      return false;
    }
  }
}
