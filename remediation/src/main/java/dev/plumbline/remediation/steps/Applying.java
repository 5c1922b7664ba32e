package dev.plumbline.remediation.steps;

import dev.plumbline.engine.config.RemediationPolicy;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Plan;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.Remediation.Run;
import dev.plumbline.remediation.Runner.ApplyOrder;
import dev.plumbline.remediation.Runner.Progress;
import dev.plumbline.remediation.guard.Guarding;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From an approved plan to the end of its apply.
 *
 * <p>That a run is about to be started is written down before it is started, with the time of the
 * last look at reality. Whoever comes upon that without a run's reference asks the runner whether
 * it was started; only where it was not, and the look is too old, is everything checked anew.
 */
final class Applying {

  private final Ports ports;
  private final Ledger ledger;
  private final Policies policies;
  private final LastLook lastLook;
  private final Aftermath aftermath;

  Applying(Ports ports, Ledger ledger, Policies policies) {
    this.ports = ports;
    this.ledger = ledger;
    this.policies = policies;
    this.lastLook = new LastLook(ports, ledger);
    this.aftermath = new Aftermath(ports);
  }

  /** The one conditional write that takes an approved plan; a second one loses. */
  Optional<Remediation> claim(Remediation awaiting) throws IOException {
    Plan plan = awaiting.plan().orElseThrow();
    if (!ledger.now().isBefore(plan.expires())) {
      return ledger.write(
          awaiting,
          awaiting.to(Phase.EXPIRED, "nobody applied it until " + plan.expires(), ledger.now()),
          Ledger.SELF,
          "expired");
    }
    Optional<RemediationPolicy> policy = policies.find(awaiting.stack());
    if (policy.isEmpty()) {
      return failed(awaiting, "the configuration no longer has a remediation for this stack");
    }
    if (!Deciding.enough(awaiting, policy.get())) {
      return Optional.empty();
    }
    Optional<String> closed = Guarding.closed(Policies.guards(policy.get()), ledger.now());
    if (closed.isPresent()) {
      return ledger.waiting(awaiting, "approved; " + closed.get());
    }
    List<String> objections = objections(policy.get(), awaiting, plan);
    return objections.isEmpty()
        ? ledger.write(
            awaiting,
            awaiting.to(Phase.APPLYING, "it is being applied", ledger.now()),
            Ledger.SELF,
            "apply claimed")
        : failed(awaiting, String.join(" ", objections));
  }

  private List<String> objections(RemediationPolicy policy, Remediation awaiting, Plan plan)
      throws IOException {
    List<String> objections =
        new ArrayList<>(
            Guarding.refusals(
                Policies.guards(policy),
                awaiting,
                plan.actions(),
                plan.serial(),
                plan.lineage(),
                List.of()));
    objections.addAll(plan.refusals());
    objections.addAll(policies.objections(policy, awaiting));
    return objections;
  }

  Optional<Remediation> go(Remediation applying) throws IOException {
    Optional<Run> run = applying.run(Run.Kind.APPLY);
    if (run.filter(each -> !each.reference().isEmpty()).isPresent()) {
      return watch(applying, run.get());
    }
    Optional<RemediationPolicy> policy = policies.find(applying.stack());
    if (policy.isEmpty()) {
      return failed(applying, "the configuration no longer has a remediation for this stack");
    }
    ApplyOrder order = Orders.apply(applying, policy.get());
    if (run.isEmpty()) {
      return lastLook.take(applying, policy.get());
    }
    Optional<Run> started = ports.runner().started(order);
    if (started.isPresent()) {
      return ledger.quietly(applying, applying.with(started.get(), ledger.now()));
    }
    Instant stale = run.get().startedAt().plus(ports.timing().fresh());
    return ledger.now().isBefore(stale)
        ? start(applying, order)
        : lastLook.take(applying, policy.get());
  }

  private Optional<Remediation> start(Remediation applying, ApplyOrder order) throws IOException {
    ledger.audit(
        applying,
        Ledger.SELF,
        "apply started",
        "%s of commit %s".formatted(order.sha256(), order.commit()));
    Run run = ports.runner().apply(order);
    return ledger.quietly(applying, applying.with(run, ledger.now()));
  }

  private Optional<Remediation> watch(Remediation applying, Run run) throws IOException {
    return switch (ports.runner().progress(run)) {
      case Progress.Running _ -> Optional.empty();
      case Progress.Succeeded _ ->
          ledger.write(
              applying,
              applying.to(Phase.VERIFYING, "applied; it is being read again", ledger.now()),
              Ledger.SELF,
              "applied");
      case Progress.Failed(var why) ->
          failed(applying, "the apply failed: %s. %s".formatted(why, aftermath.changed(applying)));
    };
  }

  private Optional<Remediation> failed(Remediation remediation, String why) throws IOException {
    return ledger.write(
        remediation, remediation.to(Phase.FAILED, why, ledger.now()), Ledger.SELF, "apply failed");
  }
}
