package dev.plumbline.wiring.publish;

import dev.plumbline.engine.store.Deliveries;
import dev.plumbline.engine.store.StoreException;
import dev.plumbline.publish.github.Openings;
import java.time.Duration;

/**
 * Counts the issues that the many scans of a run open: each takes the next number that no other
 * has. Thread-safe.
 *
 * @param of the run and the repository
 */
record RunOpenings(Deliveries taken, String of, int most) implements Openings {

  /** Longer than a run lasts, even one that is gone on with. */
  private static final Duration KEPT = Duration.ofDays(14);

  @Override
  public boolean take() throws StoreException {
    for (int number = 0; number < most; number++) {
      if (taken.first("issue/%s/%d".formatted(of, number), KEPT)) {
        return true;
      }
    }
    return false;
  }
}
