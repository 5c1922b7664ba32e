package dev.plumbline.publish.slack;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;

/** Waits, so that tests need not. */
@FunctionalInterface
interface Pause {

  /** Really waits. */
  Pause REAL = Thread::sleep;

  void pause(Duration duration) throws InterruptedException;

  /** Waits; an interruption is kept, and ends the work. */
  default void await(Duration duration) throws IOException {
    try {
      pause(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for Slack");
    }
  }
}
