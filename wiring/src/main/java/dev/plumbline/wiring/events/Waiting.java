package dev.plumbline.wiring.events;

import dev.plumbline.publish.escape.Plain;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Gatherers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets changes wait that cannot be looked at yet, on the queue, so that no function has to. A lock
 * that is not given back is waited for some hours, and then told. Thread-safe.
 */
record Waiting(EventQueue queue, InstantSource clock) {

  private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);

  /** How long after its last change a deployment is taken to be done, where nothing is locked. */
  private static final Duration QUIET = Duration.ofMinutes(2);

  private static final Duration FIRST = Duration.ofSeconds(30);

  /** SQS's longest. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** About nine hours. */
  private static final int MOST = 40;

  /** A message ends at 256 KB. */
  private static final int AT_ONCE = 100;

  /** How long to leave one of our own deployments alone; empty where none is under way. */
  Optional<Duration> forDeployment(Collection<Touch> touches) {
    Instant now = clock.instant();
    return touches.stream()
        .filter(Touch::deploy)
        .map(touch -> Duration.between(now, touch.cause().at().plus(QUIET)))
        .filter(Duration::isPositive)
        .max(Duration::compareTo);
  }

  /** The state is locked, or moves. */
  void forLock(String stack, Collection<Touch> touches, int tries) throws IOException {
    if (tries >= MOST) {
      throw new IOException(
          "The state of stack %s has been locked or moving for hours. Is its lock left over?"
              .formatted(stack));
    }
    LOG.info("Stack {} is being deployed: its changes wait", Plain.line(stack));
    put(touches, tries + 1, FIRST.multipliedBy(1L << Math.min(tries, 5)));
  }

  void put(Collection<Touch> touches, int tries, Duration delay) throws IOException {
    Duration bounded = delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    for (List<Touch> some : touches.stream().gather(Gatherers.windowFixed(AT_ONCE)).toList()) {
      queue.put(new Again(tries, some).write(), bounded);
    }
  }
}
