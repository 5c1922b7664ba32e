package dev.plumbline.remediation.guard;

import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.config.RemediationPolicy;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.people.Actor.Realm;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.Remediation.Run;
import java.util.List;
import java.util.Optional;

/**
 * Stops every remediation of a stack while something larger than its drift is going on: much of it
 * drifted at once, much of it cannot be read, or the last apply failed. The stack is then only told
 * of. Pure.
 */
public final class Breaker {

  private Breaker() {}

  /**
   * Why it is open.
   *
   * @param why what is going on
   * @param action what closes it
   */
  public record Open(String why, String action) {}

  /**
   * Whether it is open for that actor. A failed apply leaves it open until the stack was read again
   * after it; then a person may ask anew, and only once that has gone well may a policy.
   *
   * @param limits from how much on it opens
   * @param record the stack as it was last read
   * @param history its remediations, the newest first
   * @param by who asks, or asked
   */
  public static Optional<Open> open(
      RemediationPolicy.Breaker limits, StackRecord record, List<Remediation> history, Actor by) {
    int drifted = record.summary().drifted() + record.summary().deleted();
    if (drifted >= limits.drifted()) {
      return Optional.of(
          new Open(
              "%d resources drifted or are gone at once (the breaker opens at %d)"
                  .formatted(drifted, limits.drifted()),
              "Find out what happened to them. If this is meant to be remediated, raise"
                  + " guards.breaker.drifted."));
    }
    if (record.summary().unreadable() >= limits.unreadable()) {
      return Optional.of(
          new Open(
              "%d resources could not be read (the breaker opens at %d)"
                  .formatted(record.summary().unreadable(), limits.unreadable()),
              "Scan again once the provider answers and the permissions are there."));
    }
    return afterFailure(record, history, by);
  }

  private static Optional<Open> afterFailure(
      StackRecord record, List<Remediation> history, Actor by) {
    Optional<Remediation> failed =
        history.stream()
            .filter(each -> each.phase().ended() && applied(each))
            .findFirst()
            .filter(each -> each.phase() == Phase.FAILED);
    if (failed.isEmpty()) {
      return Optional.empty();
    }
    String id = failed.get().id();
    if (by.realm() == Realm.POLICY) {
      return Optional.of(
          new Open(
              "the last apply failed (%s), and policies wait for people".formatted(id),
              "Somebody has to ask for a remediation that goes well."));
    }
    boolean readSince =
        record.status() == StackStatus.SCANNED
            && record.scannedAt().isAfter(failed.get().changedAt());
    return readSince
        ? Optional.empty()
        : Optional.of(
            new Open(
                "the last apply failed (%s), and the stack was not read since".formatted(id),
                "Look at what the apply left, scan the stack again, then ask again."));
  }

  /** Where no run is known by a reference, none was started. */
  private static boolean applied(Remediation remediation) {
    return remediation.run(Run.Kind.APPLY).filter(run -> !run.reference().isEmpty()).isPresent();
  }
}
