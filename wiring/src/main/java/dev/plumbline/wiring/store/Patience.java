package dev.plumbline.wiring.store;

import dev.plumbline.engine.store.StoreException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** How long to wait before what others got in the way of is tried again. */
final class Patience {

  /** Enough for dozens of writers of one item, of whom each round lets one through. */
  static final int TRIES = 60;

  private static final long FIRST_MILLIS = 10;
  private static final long LONGEST_MILLIS = Duration.ofMillis(400).toMillis();

  private Patience() {}

  /**
   * Waits, at random so that those who collided part.
   *
   * @param round counts from 0
   */
  static void pause(int round) throws StoreException {
    long most = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(round, 10));
    try {
      TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(1, most + 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("Interrupted while waiting for others to write", e);
    }
  }
}
