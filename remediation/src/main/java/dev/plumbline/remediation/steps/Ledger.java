package dev.plumbline.remediation.steps;

import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.people.Actor.Realm;
import dev.plumbline.engine.store.AuditTrail;
import dev.plumbline.engine.store.StoreException;
import dev.plumbline.remediation.Remediation;
import java.time.Instant;
import java.util.Optional;

/**
 * Writes steps. Each goes into the audit trail before it is taken, so that nothing happens that is
 * not there; one that was repeated after a crash is there twice. People are told afterwards.
 */
final class Ledger {

  /** Who takes the steps that nobody decides on. */
  static final Actor SELF = new Actor(Realm.POLICY, "plumbline");

  private final Ports ports;

  Ledger(Ports ports) {
    this.ports = ports;
  }

  Instant now() {
    return ports.clock().instant();
  }

  /** The written step; empty where somebody else was faster. */
  Optional<Remediation> write(Remediation before, Remediation after, Actor by, String action)
      throws StoreException {
    audit(after, by, action, after.outcome());
    return quietly(before, after);
  }

  /** The same for a step that decides and changes nothing. */
  Optional<Remediation> quietly(Remediation before, Remediation after) throws StoreException {
    Remediation next = after.after(before);
    if (!ports.store().replace(before, next)) {
      return Optional.empty();
    }
    ports.announcer().announce(next);
    return Optional.of(next);
  }

  /** Says what is waited for, once; empty where that was said already. */
  Optional<Remediation> waiting(Remediation remediation, String what) throws StoreException {
    return remediation.outcome().equals(what)
        ? Optional.empty()
        : quietly(remediation, remediation.saying(what, now()));
  }

  void audit(Remediation of, Actor by, String action, String detail) throws StoreException {
    ports.audit().add(new AuditTrail.Entry(of.stack(), now(), by, action, of.id(), detail));
  }
}
