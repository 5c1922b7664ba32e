package dev.plumbline.remediation.steps;

import dev.plumbline.engine.config.RemediationPolicy;
import dev.plumbline.engine.config.RemediationPolicy.Consent;
import dev.plumbline.engine.people.Actor.Realm;
import dev.plumbline.engine.store.AuditTrail;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.remediation.Basis;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.Remediations.Reply;
import dev.plumbline.remediation.Remediations.Request;
import dev.plumbline.remediation.guard.Breaker;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** From a request to a remediation that waits for its plan. */
final class Requesting {

  private static final int TRIES = 5;

  private final Ports ports;
  private final Ledger ledger;
  private final Policies policies;

  Requesting(Ports ports, Ledger ledger, Policies policies) {
    this.ports = ports;
    this.ledger = ledger;
    this.policies = policies;
  }

  Reply request(Request request) throws IOException {
    Optional<Reply.Refused> unfit = new Fitness(ports).refusal(request);
    if (unfit.isPresent()) {
      return unfit.get();
    }
    RemediationPolicy policy = policies.find(request.stack()).orElseThrow();
    Optional<StackRecord> record = ports.stacks().find(request.stack());
    List<Finding> drift =
        ports.stacks().findings(request.stack()).stream()
            .filter(finding -> finding.resolved().isEmpty())
            .toList();
    Optional<Reply.Refused> idle = Fitness.idle(request, record, drift);
    if (idle.isPresent()) {
      return idle.get();
    }
    Optional<Breaker.Open> open = policies.breaker(policy, record.orElseThrow(), request.by());
    if (open.isPresent()) {
      return new Reply.Refused(open.get().why(), open.get().action());
    }
    Remediation asked = asked(request, record.get(), drift);
    return request.dryRun() ? dry(asked, policy) : keep(asked);
  }

  private Remediation asked(Request request, StackRecord record, List<Finding> drift) {
    Instant now = ledger.now();
    TreeMap<String, String> prints = new TreeMap<>();
    drift.forEach(finding -> prints.put(finding.address(), finding.fingerprint()));
    return new Remediation(
        ports.ids().get(),
        request.stack(),
        request.answer(),
        new TreeSet<>(request.addresses()),
        request.includeChanges(),
        request.by(),
        request.origin(),
        now,
        new Basis(record.serial(), record.lineage(), record.fingerprint(), prints),
        Phase.REQUESTED,
        Optional.empty(),
        List.of(),
        List.of(),
        "a plan will be made",
        now,
        1,
        Optional.empty());
  }

  private static Reply dry(Remediation asked, RemediationPolicy policy) {
    boolean alone =
        Policies.consent(policy, asked.answer()) == Consent.AUTO
            && asked.requester().realm() == Realm.POLICY;
    return new Reply.Done(
        asked,
        "Dry run, nothing was started. It would plan to %s %s and then %s."
            .formatted(
                word(asked),
                String.join(", ", asked.scope()),
                alone ? "apply that plan by itself" : "wait for approval"));
  }

  private Reply keep(Remediation asked) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      Optional<Remediation> open = ports.store().open(asked.stack());
      if (open.filter(each -> Rivals.same(each, asked)).isPresent()) {
        return new Reply.Done(open.get(), "This was asked already: " + open.get().outcome() + ".");
      }
      Optional<Reply.Refused> busy = open.flatMap(each -> Rivals.busy(each, asked));
      if (busy.isPresent()) {
        return busy.get();
      }
      if (open.isEmpty() || superseded(open.get(), asked)) {
        audit(asked);
        if (ports.store().create(asked)) {
          ports.announcer().announce(asked);
          return new Reply.Done(asked, "A plan is made now; it is shown for approval.");
        }
      }
    }
    return new Reply.Refused("others ask for the same stack at this moment", "Ask again.");
  }

  private void audit(Remediation asked) throws IOException {
    ports
        .audit()
        .add(
            new AuditTrail.Entry(
                asked.stack(),
                asked.requestedAt(),
                asked.requester(),
                word(asked) + " requested",
                asked.id(),
                String.join(", ", asked.scope())));
  }

  private boolean superseded(Remediation open, Remediation by) throws IOException {
    return ledger
        .write(
            open,
            open.to(
                Phase.SUPERSEDED,
                "%s asked for %s instead".formatted(by.requester(), by.id()),
                ledger.now()),
            by.requester(),
            "superseded")
        .isPresent();
  }

  private static String word(Remediation asked) {
    return asked.answer().name().toLowerCase(Locale.ROOT);
  }
}
