package dev.plumbline.cli;

import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.config.RemediationPolicy;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.store.Stacks.Scan;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.Remediations.Reply;
import dev.plumbline.remediation.Remediations.Request;
import dev.plumbline.remediation.steps.Ports;
import dev.plumbline.remediation.steps.Remediator;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One remediation from the scan to its end, by whoever is at this machine. */
final class LocalRemediation {

  private final Ports ports;
  private final Remediator remediator;
  private final Consent consent;
  private final PrintWriter out;
  private final Duration look;

  /**
   * @param look how often a run is looked at
   */
  LocalRemediation(Ports ports, Consent consent, PrintWriter out, Duration look) {
    this.ports = ports;
    this.remediator = new Remediator(ports);
    this.consent = consent;
    this.out = out;
    this.look = look;
  }

  /** The port to whoever decides about a plan that was shown. */
  @FunctionalInterface
  interface Consent {

    /** Whether exactly that plan is approved. */
    boolean to(String token);
  }

  /**
   * Scans the stack, asks for the remediation, shows its plan and, where that is approved, sees it
   * through.
   *
   * @return the exit code
   */
  int ask(Request request) throws UserException, IOException {
    RemediationPolicy policy = LocalPolicy.of(ports.settings(), request.stack());
    if (!request.dryRun()) {
      LocalPolicy.checkApproval(request.stack(), policy);
      finishOpen(request.stack());
    }
    scan(request.stack());
    Reply.Done done = done(remediator.request(request));
    if (request.dryRun()) {
      RemediationText.lines(done.next(), out);
      return 0;
    }
    Remediation planned = until(done.remediation().id(), phase -> !planning(phase));
    LocalText.plan(planned, out);
    if (planned.phase() != Phase.AWAITING_APPROVAL) {
      return LocalText.end(planned, out);
    }
    String token = planned.plan().orElseThrow().token(planned.id());
    return consent.to(token)
        ? approve(request.stack(), token, request.by())
        : waiting(planned, token);
  }

  /** Approves a plan that was shown before, and sees it through. */
  int approve(String stack, String token, Actor by) throws UserException, IOException {
    Reply.Done approved = done(remediator.approve(token, by, Optional.of(stack)));
    return LocalText.end(until(approved.remediation().id(), Phase::ended), out);
  }

  private int waiting(Remediation planned, String token) {
    int code = LocalText.end(planned, out);
    out.printf(
        "Nothing was applied. To approve this plan: plumbline remediate %s --local --approve %s%n",
        Plain.line(planned.stack()), token);
    out.flush();
    return code;
  }

  /** What an earlier call left while it was being applied goes on nowhere else. */
  private void finishOpen(String stack) throws IOException {
    Optional<Remediation> open =
        ports.store().open(stack).filter(each -> !each.phase().next().contains(Phase.SUPERSEDED));
    if (open.isPresent()) {
      LocalText.end(until(open.get().id(), Phase::ended), out);
    }
  }

  private void scan(String stack) throws UserException, IOException {
    Instant began = ports.clock().instant();
    StackReport report = ports.scanning().scan(stack, Set.of());
    if (report.status() != StackStatus.SCANNED) {
      throw new UserException(
          report
              .error()
              .map(each -> Plain.line("%s %s".formatted(each.message(), each.action())))
              .orElseGet(() -> Plain.line(stack) + " could not be scanned."));
    }
    ports.stacks().scanned(report, new Scan("local-" + ports.ids().get(), began, ""), true);
  }

  private static Reply.Done done(Reply reply) throws UserException {
    return switch (reply) {
      case Reply.Done done -> done;
      case Reply.Refused(var why, var action) ->
          throw new UserException(Plain.line("Refused: %s. %s".formatted(why, action)));
    };
  }

  private Remediation until(String id, Predicate<Phase> there) throws IOException {
    Remediation now = remediator.proceed(id).orElseThrow();
    while (!there.test(now.phase())) {
      try {
        Thread.sleep(look);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("Remediation %s goes on without being watched.".formatted(id), e);
      }
      now = remediator.proceed(id).orElseThrow();
    }
    return now;
  }

  private static boolean planning(Phase phase) {
    return phase == Phase.REQUESTED || phase == Phase.PLANNING;
  }
}
