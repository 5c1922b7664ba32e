package dev.plumbline.wiring.publish;

import dev.plumbline.engine.store.Leases;
import dev.plumbline.engine.store.StoreException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does once what many runs ask for at once. One does it, one waits to do it after that, and the
 * others go: what they wrote before they asked, the one that waits will see, because it only begins
 * to read once nobody can count on it any more.
 */
final class Quiet {

  private static final Logger LOG = LoggerFactory.getLogger(Quiet.class);

  private static final Duration PAUSE = Duration.ofMillis(200);

  /** Longer than it takes; a run that died holds the others up no longer. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Leases leases;
  private final InstantSource clock;

  Quiet(Leases leases, InstantSource clock) {
    this.leases = leases;
    this.clock = clock;
  }

  /** Something that reads all there is and writes what comes of it. */
  @FunctionalInterface
  interface Work {
    /** Returns for how long it is not to be done again. */
    Duration carryOut() throws IOException;
  }

  /**
   * Does it, or leaves it to a run that has yet to begin.
   *
   * @param patience how long to wait for its turn
   */
  void once(String name, Duration patience, Work work) throws IOException {
    String holder = UUID.randomUUID().toString();
    String next = name + "/next";
    if (!leases.take(next, holder, patience.plus(LONGEST))) {
      return;
    }
    boolean mine;
    try {
      mine = await(name, holder, patience);
    } finally {
      leases.release(next, holder);
    }
    if (mine) {
      Duration rest = Duration.ZERO;
      try {
        rest = work.carryOut();
      } finally {
        end(name, holder, rest);
      }
    } else {
      LOG.info("{} was not written anew: another run was at it. The next scan does it.", name);
    }
  }

  private boolean await(String name, String holder, Duration patience) throws IOException {
    Instant end = clock.instant().plus(patience);
    while (!leases.take(name, holder, LONGEST)) {
      if (!clock.instant().isBefore(end)) {
        return false;
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while waiting for another run");
      }
    }
    return true;
  }

  private void end(String name, String holder, Duration rest) throws StoreException {
    if (rest.isZero()) {
      leases.release(name, holder);
    } else {
      leases.take(name, holder, rest);
    }
  }
}
