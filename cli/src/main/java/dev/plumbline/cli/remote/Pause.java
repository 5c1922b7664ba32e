package dev.plumbline.cli.remote;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Pause {

  void take(Duration length) throws InterruptedException;

  /** The pause before the next attempt or look: twice as long each time, up to a limit. */
  static Duration growing(int turn, Duration first, Duration most) {
    Duration length = first.multipliedBy(1L << Math.min(turn, 20));
    return length.compareTo(most) < 0 ? length : most;
  }
}
