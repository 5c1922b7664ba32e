package dev.plumbline.remediation.steps;

import dev.plumbline.engine.config.RemediationPolicy;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.PlanBucket;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.Remediation.Run;
import dev.plumbline.remediation.Runner.Progress;
import dev.plumbline.remediation.plan.PlanException;
import java.io.IOException;
import java.util.Optional;

/** From a request to a plan that people are shown, or to the reasons why there is none. */
final class Planning {

  private final Ports ports;
  private final Ledger ledger;
  private final Policies policies;
  private final Proposing proposing;

  Planning(Ports ports, Ledger ledger, Policies policies) {
    this.ports = ports;
    this.ledger = ledger;
    this.policies = policies;
    this.proposing = new Proposing(ports, ledger, policies);
  }

  /** Starts the run; started twice it is one run. */
  Optional<Remediation> start(Remediation asked) throws IOException {
    Optional<RemediationPolicy> policy = policies.find(asked.stack());
    if (policy.isEmpty()) {
      return failed(asked, "the configuration no longer has a remediation for this stack");
    }
    if (tooLate(asked)) {
      return expired(asked);
    }
    ledger.audit(asked, Ledger.SELF, "plan started", "");
    Run run = ports.runner().plan(Orders.plan(asked, policy.get()));
    return ledger.quietly(
        asked,
        asked.to(Phase.PLANNING, "a plan is being made", ledger.now()).with(run, ledger.now()));
  }

  /** Takes what the run left, once it has ended. */
  Optional<Remediation> finish(Remediation planning) throws IOException {
    Run run = planning.run(Run.Kind.PLAN).orElseThrow();
    return switch (ports.runner().progress(run)) {
      case Progress.Running _ -> tooLate(planning) ? expired(planning) : Optional.empty();
      case Progress.Failed(var why) -> failed(planning, "the plan could not be made: " + why);
      case Progress.Succeeded _ -> taken(planning, run);
    };
  }

  private Optional<Remediation> taken(Remediation planning, Run run) throws IOException {
    Optional<PlanBucket.Stored> stored = ports.bucket().read(Orders.key(planning));
    Optional<RemediationPolicy> policy = policies.find(planning.stack());
    if (stored.isEmpty() || policy.isEmpty()) {
      return failed(
          planning,
          stored.isEmpty()
              ? "the run ended and left no plan"
              : "the configuration no longer has a remediation for this stack");
    }
    try {
      return proposing.propose(planning, policy.get(), run, stored.get());
    } catch (PlanException unusable) {
      return failed(planning, unusable.why());
    }
  }

  private boolean tooLate(Remediation remediation) {
    return ledger.now().isAfter(remediation.requestedAt().plus(ports.timing().planning()));
  }

  private Optional<Remediation> expired(Remediation remediation) throws IOException {
    String why =
        "no plan was there after %d minutes".formatted(ports.timing().planning().toMinutes());
    return ledger.write(
        remediation, remediation.to(Phase.EXPIRED, why, ledger.now()), Ledger.SELF, "expired");
  }

  private Optional<Remediation> failed(Remediation remediation, String why) throws IOException {
    return ledger.write(
        remediation, remediation.to(Phase.FAILED, why, ledger.now()), Ledger.SELF, "plan failed");
  }
}
