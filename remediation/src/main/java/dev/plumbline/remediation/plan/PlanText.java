package dev.plumbline.remediation.plan;

import dev.plumbline.engine.TypeCatalog;
import dev.plumbline.engine.redact.SecretScrubber;
import dev.plumbline.remediation.Plan.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A plan as people are shown it: in Terraform's style, without a secret, of bounded size. What is
 * not known not to be a secret is masked. It still is data: each face escapes it for itself.
 */
public final class PlanText {

  private static final int MOST = 30_000;
  private static final int MOST_OF_ONE = 8_000;

  private final TypeCatalog catalog;

  public PlanText(TypeCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The text.
   *
   * @param plan which plan
   * @param steps what of it is shown
   */
  public String of(ProposedPlan plan, Collection<PlannedChange> steps) {
    SecretScrubber scrubber = SecretScrubber.of(plan.secrets());
    StringBuilder text = new StringBuilder();
    int shown = 0;
    for (PlannedChange change : steps) {
      String next = capped(lines(change, scrubber));
      if (text.length() + next.length() > MOST) {
        break;
      }
      text.append(next).append('\n');
      shown++;
    }
    if (shown < steps.size()) {
      text.append("# … and %d more\n".formatted(steps.size() - shown));
    }
    if (!plan.outputs().isEmpty()) {
      String names = plan.outputs().stream().limit(50).collect(Collectors.joining(", "));
      text.append("# Outputs change: %s\n".formatted(Shown.plain(scrubber.scrub(names))));
    }
    return text.toString();
  }

  private List<String> lines(PlannedChange change, SecretScrubber scrubber) {
    List<String> lines = new ArrayList<>();
    lines.add("# %s %s".formatted(change.address(), what(change)));
    if (!change.replacing().isEmpty()) {
      lines.add("# replaced because of " + String.join(", ", change.replacing()));
    }
    lines.addAll(new ChangeText(catalog, change, scrubber).lines());
    return lines.stream().map(scrubber::scrub).map(Shown::plain).toList();
  }

  private static String what(PlannedChange change) {
    Optional<String> moved =
        change.previously().map(before -> "takes the place of %s in the state".formatted(before));
    return switch (change.step().orElseThrow()) {
      case CREATE -> "will be created";
      case UPDATE -> "will be updated in place";
      case REPLACE -> "must be replaced";
      case DESTROY -> "will be destroyed";
      case FORGET -> "will no longer be managed, and stays";
      case READ -> "will be read during the apply";
      case REFRESH ->
          moved.orElse(
              change.after().isEmpty()
                  ? "is gone, and the state will say so"
                  : "has changed, and the state will say so");
    };
  }

  private static String capped(List<String> lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      if (text.length() + line.length() > MOST_OF_ONE) {
        return text.append("    # …\n").toString();
      }
      text.append(line).append('\n');
    }
    return text.toString();
  }

  /** The sign Terraform puts before a resource. */
  static String sign(Step step) {
    return switch (step) {
      case CREATE -> "+";
      case UPDATE, REFRESH -> "~";
      case REPLACE -> "-/+";
      case DESTROY -> "-";
      case FORGET -> ".";
      case READ -> "<=";
    };
  }
}
