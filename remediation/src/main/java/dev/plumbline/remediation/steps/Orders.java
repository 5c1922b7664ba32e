package dev.plumbline.remediation.steps;

import dev.plumbline.engine.config.RemediationPolicy;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.CodeCheck;
import dev.plumbline.remediation.Plan;
import dev.plumbline.remediation.Plan.Step;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.Runner.ApplyOrder;
import dev.plumbline.remediation.Runner.PlanOrder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;

/** What runs are ordered for a remediation; always the same for the same step. */
final class Orders {

  private Orders() {}

  /** {@code plans/STACK/ID.tar.gz}, so that a run's rights can end at its own stack. */
  static String key(Remediation remediation) {
    return "plans/%s/%s.tar.gz".formatted(folder(remediation.stack()), remediation.id());
  }

  /** A check made later is another run, and so leaves another object. */
  static String checkKey(Remediation remediation, CodeCheck check) {
    return "plans/%s/%s-check-%d.tar.gz"
        .formatted(folder(remediation.stack()), remediation.id(), check.at().getEpochSecond());
  }

  /**
   * A refresh is always restricted to what drifted: it finds more than drift. A plan of the code is
   * only where that was asked for, so that people see what else the code would do.
   */
  static PlanOrder plan(Remediation remediation, RemediationPolicy policy) {
    boolean refreshOnly = remediation.answer() == Answer.ACCEPT;
    SequencedSet<String> targets = refreshOnly ? remediation.scope() : remediation.addresses();
    return plan(remediation, policy, targets, refreshOnly, key(remediation));
  }

  static PlanOrder check(Remediation remediation, RemediationPolicy policy, CodeCheck check) {
    return plan(remediation, policy, accepted(remediation), false, checkKey(remediation, check));
  }

  private static PlanOrder plan(
      Remediation remediation,
      RemediationPolicy policy,
      SequencedSet<String> targets,
      boolean refreshOnly,
      String key) {
    return new PlanOrder(
        remediation.id(),
        remediation.stack(),
        policy.runner(),
        policy.source().orElseThrow(),
        Optional.empty(),
        targets,
        refreshOnly,
        key);
  }

  static ApplyOrder apply(Remediation remediation, RemediationPolicy policy) {
    Plan plan = remediation.plan().orElseThrow();
    return new ApplyOrder(
        remediation.id(),
        remediation.stack(),
        policy.runner(),
        policy.source().orElseThrow(),
        plan.commit(),
        plan.key(),
        plan.versionId(),
        plan.sha256());
  }

  /** What the plan changes, in reality or in the state. */
  static SequencedSet<String> touched(Remediation remediation) {
    TreeSet<String> touched = new TreeSet<>();
    for (Map.Entry<String, Step> action : remediation.plan().orElseThrow().actions().entrySet()) {
      if (action.getValue() != Step.READ) {
        touched.add(action.getKey());
      }
    }
    return touched;
  }

  /** What has to be read again: what drifted and was asked for, and what the plan changes. */
  static SequencedSet<String> watched(Remediation remediation) {
    TreeSet<String> watched = new TreeSet<>(remediation.scope());
    watched.addAll(touched(remediation));
    return watched;
  }

  static SequencedSet<String> accepted(Remediation remediation) {
    return remediation.plan().isPresent() ? touched(remediation) : remediation.scope();
  }

  private static String folder(String stack) {
    return URLEncoder.encode(stack, StandardCharsets.UTF_8);
  }
}
