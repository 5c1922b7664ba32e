package dev.plumbline.wiring.store;

import dev.plumbline.remediation.Remediation;

/** What a next version must be for a conditional write to mean anything. */
final class Successor {

  private Successor() {}

  /**
   * Checks it.
   *
   * @throws IllegalArgumentException where it is another remediation, or not a later version
   */
  static void check(Remediation before, Remediation after) {
    boolean same = before.id().equals(after.id()) && before.stack().equals(after.stack());
    if (!same || !before.requestedAt().equals(after.requestedAt())) {
      throw new IllegalArgumentException(
          "%s is another remediation than %s".formatted(after.id(), before.id()));
    }
    if (after.version() <= before.version()) {
      throw new IllegalArgumentException(
          "%s: version %d cannot follow version %d"
              .formatted(after.id(), after.version(), before.version()));
    }
  }
}
