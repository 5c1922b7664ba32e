package dev.plumbline.wiring.publish;

import dev.plumbline.engine.store.Deliveries;
import dev.plumbline.engine.store.Leases;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.publish.Turns;
import dev.plumbline.publish.github.Ledger;
import java.time.Duration;
import java.time.InstantSource;

/** What runs that happen at once share. */
public record SharedStore(Stacks stacks, Leases leases, Deliveries deliveries) {

  /** How long one run waits for another: longer than writing one issue takes. */
  private static final Duration WAIT = Duration.ofSeconds(60);

  private static final Duration LENGTH = Duration.ofMinutes(3);

  /**
   * Turns at what only one may do at once.
   *
   * @param left how long a run may still take: it waits no longer for its turn, and a turn may be
   *     kept waiting that long by rate limits
   */
  Turns turns(Duration left) {
    Duration wait = left.compareTo(WAIT) < 0 ? left : WAIT;
    return new Turns(leases, wait, LENGTH.plus(left), InstantSource.system());
  }

  /** What issues are found and written by, for a run that may still take so long. */
  public Ledger.Shared ledger(Duration left) {
    return new Ledger.Shared(stacks, turns(left));
  }

  /**
   * The same for one of the many scans of a run, which together open so many issues at most.
   *
   * @param repository whose issues
   */
  Ledger.InRun ledger(Duration left, String run, String repository, int most) {
    return new Ledger.InRun(
        ledger(left), new RunOpenings(deliveries, "%s/%s".formatted(run, repository), most));
  }
}
