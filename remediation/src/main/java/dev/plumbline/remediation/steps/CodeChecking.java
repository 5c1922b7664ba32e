package dev.plumbline.remediation.steps;

import dev.plumbline.engine.config.RemediationPolicy;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.CodeCheck;
import dev.plumbline.remediation.CodeCheck.State;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Plan.Step;
import dev.plumbline.remediation.PlanBucket;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.Remediation.Run;
import dev.plumbline.remediation.Runner.Progress;
import dev.plumbline.remediation.plan.PlanArchive;
import dev.plumbline.remediation.plan.PlanException;
import dev.plumbline.remediation.plan.PlanReader;
import dev.plumbline.remediation.plan.PlanText;
import dev.plumbline.remediation.plan.PlannedChange;
import dev.plumbline.remediation.plan.ProposedPlan;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;

/** Asks, after an accept, whether the code says what was accepted. */
final class CodeChecking {

  private final Ports ports;
  private final Ledger ledger;
  private final Policies policies;

  CodeChecking(Ports ports, Ledger ledger, Policies policies) {
    this.ports = ports;
    this.ledger = ledger;
    this.policies = policies;
  }

  /** Asks once more, where the answer is not yet a good one. */
  Optional<Remediation> again(Remediation done) throws IOException {
    boolean asked =
        done.codeCheck()
            .filter(check -> check.state() != State.UPDATED && check.state() != State.RUNNING)
            .isPresent();
    if (done.phase() != Phase.DONE || done.answer() != Answer.ACCEPT || !asked) {
      return Optional.empty();
    }
    Instant now = ledger.now();
    return ledger.write(
        done,
        done.without(Run.Kind.CHECK, now).with(CodeCheck.running(now), now),
        Ledger.SELF,
        "code asked again");
  }

  /** The next step of a check that runs; empty where there is none. */
  Optional<Remediation> go(Remediation remediation) throws IOException {
    Optional<CodeCheck> check =
        remediation.codeCheck().filter(each -> each.state() == State.RUNNING);
    if (check.isEmpty()) {
      return Optional.empty();
    }
    if (ledger.now().isAfter(check.get().at().plus(ports.timing().planning()))) {
      return ended(
          remediation, CodeCheck.unknown(check.get().at(), "the plan of the code took too long"));
    }
    Optional<RemediationPolicy> policy = policies.find(remediation.stack());
    if (policy.isEmpty()) {
      return ended(
          remediation,
          CodeCheck.unknown(check.get().at(), "the configuration no longer has the code"));
    }
    Optional<Run> run = remediation.run(Run.Kind.CHECK);
    if (run.isEmpty()) {
      Run started = ports.runner().check(Orders.check(remediation, policy.get(), check.get()));
      return ledger.quietly(remediation, remediation.with(started, ledger.now()));
    }
    return switch (ports.runner().progress(run.get())) {
      case Progress.Running _ -> Optional.empty();
      case Progress.Failed(var why) -> ended(remediation, CodeCheck.unknown(check.get().at(), why));
      case Progress.Succeeded _ -> ended(remediation, result(remediation, check.get()));
    };
  }

  private CodeCheck result(Remediation remediation, CodeCheck check) throws IOException {
    Optional<PlanBucket.Stored> stored = ports.bucket().read(Orders.checkKey(remediation, check));
    if (stored.isEmpty()) {
      return CodeCheck.unknown(check.at(), "the run left no plan of the code");
    }
    try {
      PlanArchive archive = PlanArchive.read(stored.get().archive().asByteArrayUnsafe());
      ProposedPlan plan =
          new PlanReader(ports.catalog()).read(archive.planJson().asByteArrayUnsafe());
      return plan.errored()
          ? CodeCheck.unknown(check.at(), "the plan of the code could not be finished")
          : result(remediation, check, plan, archive.run().commit());
    } catch (PlanException unusable) {
      return CodeCheck.unknown(check.at(), unusable.why());
    }
  }

  private CodeCheck result(
      Remediation remediation, CodeCheck check, ProposedPlan plan, String commit) {
    SequencedSet<String> accepted = Orders.accepted(remediation);
    TreeMap<String, Step> differing = new TreeMap<>(plan.actions(false));
    differing.keySet().retainAll(accepted);
    differing.values().removeIf(step -> step == Step.READ);
    List<PlannedChange> steps =
        plan.steps(false).stream()
            .filter(change -> differing.containsKey(change.address()))
            .toList();
    return new CodeCheck(
        differing.isEmpty() ? State.UPDATED : State.NOT_UPDATED,
        check.at(),
        commit,
        differing,
        differing.isEmpty() ? "" : new PlanText(ports.catalog()).of(plan, steps),
        "");
  }

  private Optional<Remediation> ended(Remediation remediation, CodeCheck check) throws IOException {
    Instant now = ledger.now();
    Remediation with = remediation.with(check, now).saying(outcome(check), now);
    Remediation next =
        remediation.phase() == Phase.VERIFYING ? with.to(Phase.DONE, outcome(check), now) : with;
    return ledger.write(remediation, next, Ledger.SELF, "code asked");
  }

  private static String outcome(CodeCheck check) {
    return switch (check.state()) {
      case RUNNING -> "accepted; whether the code says the same is being asked";
      case UPDATED -> "accepted, and the code says the same";
      case NOT_UPDATED ->
          "accepted, code not updated: the next apply undoes what was accepted at "
              + String.join(", ", check.differing().keySet());
      case UNKNOWN -> "accepted; whether the code says the same is not known: " + check.note();
    };
  }
}
