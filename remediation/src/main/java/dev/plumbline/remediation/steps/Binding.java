package dev.plumbline.remediation.steps;

import dev.plumbline.remediation.Plan;
import dev.plumbline.remediation.Plan.Step;
import dev.plumbline.remediation.PlanBucket;
import dev.plumbline.remediation.Remediation.Run;
import dev.plumbline.remediation.guard.Guarding;
import dev.plumbline.remediation.plan.ProposedPlan;
import dev.plumbline.remediation.plan.RunFacts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Binds a plan to the file, the commit and the state it was made of, and to its time. */
final class Binding {

  private final Ports ports;

  Binding(Ports ports) {
    this.ports = ports;
  }

  Plan plan(
      Run run,
      PlanBucket.Stored stored,
      RunFacts facts,
      ProposedPlan proposed,
      SequencedMap<String, Step> actions,
      String text,
      List<String> refusals) {
    Instant made = made(proposed, run);
    return new Plan(
        stored.key(),
        stored.versionId(),
        stored.sha256(),
        facts.commit(),
        facts.toolVersion(),
        facts.serial(),
        facts.lineage(),
        made,
        made.plus(ports.timing().approval()),
        kept(actions),
        text,
        run.log(),
        refusals);
  }

  /** More is refused anyway, and does not fit into a store. */
  private static SequencedMap<String, Step> kept(SequencedMap<String, Step> actions) {
    SequencedMap<String, Step> kept = new LinkedHashMap<>();
    actions.entrySet().stream()
        .limit(Guarding.MOST + 1L)
        .forEach(each -> kept.put(each.getKey(), each.getValue()));
    return kept;
  }

  /** As the tool says, where that can be: not before its run began, and not in the future. */
  private Instant made(ProposedPlan proposed, Run run) {
    return proposed
        .made()
        .filter(at -> !at.isBefore(run.startedAt()) && !at.isAfter(ports.clock().instant()))
        .orElse(run.startedAt());
  }
}
