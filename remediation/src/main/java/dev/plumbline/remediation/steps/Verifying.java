package dev.plumbline.remediation.steps;

import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.store.Finding.Decision;
import dev.plumbline.engine.store.Finding.Verb;
import dev.plumbline.engine.store.Stacks.Scan;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.CodeCheck;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.Remediation.Approval;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** From an apply that ended well to a stack that was read again. */
final class Verifying {

  private final Ports ports;
  private final Ledger ledger;
  private final CodeChecking codeChecking;

  Verifying(Ports ports, Ledger ledger, CodeChecking codeChecking) {
    this.ports = ports;
    this.ledger = ledger;
    this.codeChecking = codeChecking;
  }

  Optional<Remediation> go(Remediation verifying) throws IOException {
    if (verifying.codeCheck().isPresent()) {
      return codeChecking.go(verifying);
    }
    Instant began = ledger.now();
    StackReport report = ports.scanning().scan(verifying.stack(), Orders.watched(verifying));
    if (report.status() != StackStatus.SCANNED) {
      return unread(verifying);
    }
    List<String> left = left(report, Orders.touched(verifying));
    if (left.isEmpty()) {
      decided(verifying);
    }
    ports.stacks().scanned(report, new Scan("remediation-" + verifying.id(), began, ""), false);
    return left.isEmpty()
        ? verified(verifying, report)
        : failed(verifying, "applied, and yet it still differs: " + String.join(", ", left));
  }

  private Optional<Remediation> verified(Remediation verifying, StackReport report)
      throws IOException {
    Instant now = ledger.now();
    return switch (verifying.answer()) {
      case REVERT -> {
        List<String> rest = left(report, verifying.scope());
        String more = rest.isEmpty() ? "" : "; the code says nothing of " + String.join(", ", rest);
        yield ledger.write(
            verifying,
            verifying.to(Phase.DONE, "reverted, and read again" + more, now),
            Ledger.SELF,
            "verified");
      }
      case ACCEPT ->
          ledger.write(
              verifying,
              verifying
                  .with(CodeCheck.running(now), now)
                  .saying("accepted; whether the code says the same is being asked", now),
              Ledger.SELF,
              "verified");
    };
  }

  /** What drifts still, or cannot be told not to. */
  private static List<String> left(StackReport report, Set<String> addresses) {
    List<String> left = new ArrayList<>();
    for (ResourceReport resource : report.resources()) {
      if (addresses.contains(resource.address())) {
        if (resource.drift()) {
          left.add(resource.address());
        } else if (resource.status() == Status.UNREADABLE) {
          left.add("%s (could not be read: %s)".formatted(resource.address(), resource.reason()));
        }
      }
    }
    return left;
  }

  /** Noted while the findings are there: once the stack was read they are resolved. */
  private void decided(Remediation verifying) throws IOException {
    List<String> prints =
        Orders.touched(verifying).stream()
            .map(verifying.basis().drift()::get)
            .filter(Objects::nonNull)
            .toList();
    Actor by =
        verifying.approvals().isEmpty()
            ? verifying.requester()
            : verifying.approvals().getLast().by();
    Instant at =
        verifying.approvals().stream()
            .map(Approval::at)
            .max(Instant::compareTo)
            .orElse(verifying.requestedAt());
    Verb verb = verifying.answer() == Answer.ACCEPT ? Verb.ACCEPTED : Verb.REVERTED;
    ports.stacks().decided(verifying.stack(), prints, new Decision(verb, by, at, verifying.id()));
  }

  private Optional<Remediation> unread(Remediation verifying) throws IOException {
    Instant giveUp = verifying.changedAt().plus(ports.timing().lockWait());
    return ledger.now().isBefore(giveUp)
        ? Optional.empty()
        : failed(verifying, "applied, but the stack could not be read again; scan it");
  }

  private Optional<Remediation> failed(Remediation verifying, String why) throws IOException {
    return ledger.write(
        verifying, verifying.to(Phase.FAILED, why, ledger.now()), Ledger.SELF, "not verified");
  }
}
