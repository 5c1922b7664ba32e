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

  /** What was made has many names. */
  private static final int FEW = 10;

  /** How long to leave one of our own deployments alone; empty where none is under way. */
  Optional<Duration> forDeployment(Collection<Touch> touches) {
    return touches.stream()
        .filter(Touch::deploy)
        .flatMap(touch -> forDeployment(touch.cause().at()).stream())
        .max(Duration::compareTo);
  }

  /** The same for what a deployment did then. */
  Optional<Duration> forDeployment(Instant at) {
    return Optional.of(Duration.between(clock.instant(), at.plus(QUIET)))
        .filter(Duration::isPositive);
  }

  /** There was no time for it: it comes again soon, without being counted as failed. */
  void forTime(Again changes) throws IOException {
    put(changes, FIRST);
  }

  /** The state is locked, or moves. */
  void forLock(String stack, Again changes) throws IOException {
    int tries = changes.tries();
    if (tries >= MOST) {
      throw new IOException(
          "The state of stack %s has been locked or moving for hours. Is its lock left over?"
              .formatted(stack));
    }
    LOG.info("Stack {} is being deployed: its changes wait", Plain.line(stack));
    again(changes);
  }

  /** Some state is locked since before that was made, and may have it when it is not. */
  void forStates(Again made) throws IOException {
    LOG.info("A deployment is under way that may have made what waits");
    again(made);
  }

  private void again(Again it) throws IOException {
    put(
        new Again(it.tries() + 1, it.unfinished(), it.touches(), it.created()),
        FIRST.multipliedBy(1L << Math.min(it.tries(), 5)));
  }

  void put(Again changes, Duration delay) throws IOException {
    Duration bounded = delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    for (List<Touch> some :
        changes.touches().stream().gather(Gatherers.windowFixed(AT_ONCE)).toList()) {
      queue.put(new Again(changes.tries(), changes.unfinished(), some).write(), bounded);
    }
    for (List<Created> some :
        changes.created().stream().gather(Gatherers.windowFixed(FEW)).toList()) {
      Again again = new Again(changes.tries(), changes.unfinished(), List.of(), some);
      queue.put(again.write(), bounded);
    }
  }
}
