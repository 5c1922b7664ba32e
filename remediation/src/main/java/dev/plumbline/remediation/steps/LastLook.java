package dev.plumbline.remediation.steps;

import dev.plumbline.engine.Report.Problem;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.config.RemediationPolicy;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.Remediation.Approval;
import dev.plumbline.remediation.Remediation.Run;
import dev.plumbline.remediation.guard.DriftNow;
import dev.plumbline.remediation.guard.Guarding;
import dev.plumbline.state.StateIdentity;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** Looks at reality once more, right before an apply is started. */
final class LastLook {

  private final Ports ports;
  private final Ledger ledger;

  LastLook(Ports ports, Ledger ledger) {
    this.ports = ports;
    this.ledger = ledger;
  }

  /** Writes down that the apply may start; or why it may not, or not yet. */
  Optional<Remediation> take(Remediation applying, RemediationPolicy policy) throws IOException {
    if (!ledger.now().isBefore(applying.plan().orElseThrow().expires())) {
      return failed(applying, "the plan expired before it could be started");
    }
    Optional<String> closed = Guarding.closed(Policies.guards(policy), ledger.now());
    if (closed.isPresent()) {
      return failed(applying, closed.get());
    }
    Optional<String> holder = ports.locks().holder(applying.stack());
    if (holder.isPresent()) {
      return locked(applying, "the state's lock is held by " + holder.get());
    }
    StackReport report = ports.scanning().scan(applying.stack(), Orders.watched(applying));
    if (report.status() == StackStatus.DEFERRED) {
      return locked(applying, report.error().map(Problem::message).orElse("the state is changing"));
    }
    Optional<String> objection = objection(applying, report);
    return objection.isPresent() ? failed(applying, objection.get()) : cleared(applying);
  }

  private static Optional<String> objection(Remediation applying, StackReport report) {
    if (report.status() == StackStatus.FAILED || report.state().isEmpty()) {
      return Optional.of(
          "the stack could not be read: "
              + report.error().map(Problem::message).orElse("no reason is known"));
    }
    StateIdentity state = report.state().get();
    return Guarding.state(applying.basis(), state.serial(), state.lineage())
        .or(() -> DriftNow.changed(applying.basis(), report, Orders.watched(applying)));
  }

  /** A run without a reference: about to be started, on the ground of what was just read. */
  private Optional<Remediation> cleared(Remediation applying) throws IOException {
    Instant now = ledger.now();
    return ledger.write(
        applying,
        applying.with(new Run(Run.Kind.APPLY, "", "", now), now).saying("it is being applied", now),
        Ledger.SELF,
        "apply cleared");
  }

  private Optional<Remediation> locked(Remediation applying, String why) throws IOException {
    Instant approved =
        applying.approvals().stream().map(Approval::at).max(Instant::compareTo).orElseThrow();
    Instant giveUp = approved.plus(ports.timing().lockWait());
    return ledger.now().isBefore(giveUp)
        ? ledger.waiting(applying, "it waits: " + why)
        : failed(
            applying,
            "given up after %d minutes: %s. Ask again once it is free."
                .formatted(ports.timing().lockWait().toMinutes(), why));
  }

  private Optional<Remediation> failed(Remediation applying, String why) throws IOException {
    return ledger.write(
        applying,
        applying.to(Phase.FAILED, "nothing was applied: " + why, ledger.now()),
        Ledger.SELF,
        "apply stopped");
  }
}
