package dev.plumbline.publish;

import dev.plumbline.engine.store.Leases;
import dev.plumbline.engine.store.StoreException;
import dev.plumbline.publish.escape.Plain;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one of several runs at a time do something, by a lease of the store. The others wait for
 * their turn, and give up when it does not come. Thread-safe.
 */
public final class Turns {

  private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final Leases leases;
  private final Duration wait;
  private final Duration length;
  private final InstantSource clock;

  /**
   * @param wait how long to wait for a turn
   * @param length how long a turn may take: when it is over, or its run has died, the next one
   *     comes
   */
  public Turns(Leases leases, Duration wait, Duration length, InstantSource clock) {
    this.leases = leases;
    this.wait = wait;
    this.length = length;
    this.clock = clock;
  }

  /** Something to be done alone. */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    T carryOut() throws IOException, E;
  }

  /**
   * Does it alone.
   *
   * @param name what it is done to
   * @throws BusyException where another run did not finish in time
   */
  public <T, E extends Exception> T alone(String name, Work<T, E> work) throws IOException, E {
    String holder = UUID.randomUUID().toString();
    await(name, holder);
    try {
      return work.carryOut();
    } finally {
      release(name, holder);
    }
  }

  private void await(String name, String holder) throws IOException {
    Instant end = clock.instant().plus(wait);
    Duration pause = SHORTEST;
    while (!leases.take(name, holder, length)) {
      if (!clock.instant().isBefore(end)) {
        throw new BusyException(name, wait);
      }
      sleep(pause);
      pause = pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
    }
  }

  /** Never quite the same time, so that those who wait do not all ask at once. */
  private static void sleep(Duration pause) throws InterruptedIOException {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(pause.toMillis() / 2, pause.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for another run");
    }
  }

  /** A lease that is not given back ends by itself, so what was done stays done. */
  private void release(String name, String holder) {
    try {
      leases.release(name, holder);
    } catch (StoreException e) {
      LOG.warn(
          "A lease could not be given back and ends by itself: {}",
          Plain.line(String.valueOf(e.getMessage())));
    }
  }
}
