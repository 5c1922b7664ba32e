package dev.plumbline.wiring;

import dev.plumbline.engine.Observe;
import dev.plumbline.engine.scan.StackScan;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Ends a whole scan by a deadline, however many stacks wait for their turn: each stack's own time
 * is cut to it, and waiting for a lock ends before it.
 */
record Within(Observe all, StackScan.Pause pause, InstantSource clock, Instant deadline)
    implements Observe {

  @Override
  public Answer observe(Request request) {
    return all.observe(
        new Request(
            request.stack(),
            request.resources(),
            request.defaultRegion(),
            request.providers(),
            request.unmanaged(),
            request.deadline().isBefore(deadline) ? request.deadline() : deadline,
            request.progress(),
            request.aspects()));
  }

  /** A stack whose wait is cut short is deferred, not failed. */
  void sleep(Duration time) throws InterruptedException {
    if (clock.instant().plus(time).isAfter(deadline)) {
      throw new InterruptedException("the scan's time is over");
    }
    pause.sleep(time);
  }
}
