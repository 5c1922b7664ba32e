package dev.plumbline.remediation.steps;

import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.config.RemediationPolicy.Auto;
import dev.plumbline.engine.severity.Condition;
import dev.plumbline.engine.severity.StackFacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

/** Which rule speaks of which drift: the first that holds for it. Pure. */
final class Ruled {

  private Ruled() {}

  static SequencedMap<Auto, List<ResourceReport>> of(List<Auto> rules, StackReport report) {
    StackFacts stack = new StackFacts(report.stack(), report.environment());
    SequencedMap<Auto, List<ResourceReport>> byRule = new LinkedHashMap<>();
    Set<String> taken = new TreeSet<>();
    for (Auto rule : rules) {
      Condition condition = Condition.of(rule.when());
      List<ResourceReport> drifted =
          report.resources().stream()
              .filter(ResourceReport::drift)
              .filter(resource -> !taken.contains(resource.address()))
              .filter(resource -> condition.holds(stack, resource))
              .toList();
      drifted.forEach(resource -> taken.add(resource.address()));
      if (!drifted.isEmpty()) {
        byRule.put(rule, drifted);
      }
    }
    return byRule;
  }
}
