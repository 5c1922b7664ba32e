package dev.plumbline.remediation.guard;

import dev.plumbline.engine.Outage;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Summary;
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
 * drifted at once, a service of the provider does not answer, much of it cannot be read, or the
 * last apply failed. The stack is then only told of. Pure.
 */
public final class Breaker {

  /** One resource of its kind that was not answered for may be a matter of luck. */
  private static final int DARK = 2;

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
    return massDrift(limits, record.summary())
        .or(() -> record.outage().flatMap(outage -> incident(limits, outage)))
        .or(() -> unreadable(limits, record.summary()))
        .or(() -> afterFailure(record, history, by));
  }

  private static Optional<Open> massDrift(RemediationPolicy.Breaker limits, Summary summary) {
    int drifted = summary.drift();
    return drifted < limits.drifted()
        ? Optional.empty()
        : Optional.of(
            new Open(
                "%d resources drifted or are gone at once (the breaker opens at %d)"
                    .formatted(drifted, limits.drifted()),
                "Find out what happened to them. If this is meant to be remediated, raise"
                    + " guards.breaker.drifted."));
  }

  /** A service that is down answers for nothing, however little a stack has of it. */
  private static Optional<Open> incident(RemediationPolicy.Breaker limits, Outage outage) {
    boolean dark = outage.whole() && outage.unanswered() >= DARK;
    return outage.unanswered() < limits.outage() && !dark
        ? Optional.empty()
        : Optional.of(
            new Open(
                "%s did not answer for %d of %d resources in %s (the breaker opens at %d, or at all of them)"
                    .formatted(
                        outage.service(),
                        outage.unanswered(),
                        outage.asked(),
                        place(outage),
                        limits.outage()),
                "Look at the provider's status page, and scan again once the service answers."));
  }

  private static String place(Outage outage) {
    String place = "%s %s".formatted(outage.account(), outage.region()).strip();
    return place.isEmpty() ? "an unknown account" : place;
  }

  private static Optional<Open> unreadable(RemediationPolicy.Breaker limits, Summary summary) {
    return summary.unreadable() < limits.unreadable()
        ? Optional.empty()
        : Optional.of(
            new Open(
                "%d resources could not be read (the breaker opens at %d)"
                    .formatted(summary.unreadable(), limits.unreadable()),
                "Scan again once the provider answers and the permissions are there."));
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
