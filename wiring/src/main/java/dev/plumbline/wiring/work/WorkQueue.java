package dev.plumbline.wiring.work;

import java.io.IOException;

/** Takes work, which is then done at least once. Thread-safe. */
public interface WorkQueue {

  /**
   * Takes it.
   *
   * @param once what makes this piece of work itself: the same twice within five minutes is one
   */
  void put(Work work, String once) throws IOException;
}
