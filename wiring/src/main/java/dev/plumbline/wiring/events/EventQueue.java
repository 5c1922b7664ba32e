package dev.plumbline.wiring.events;

import java.io.IOException;
import java.time.Duration;

/** The queue that events come from, onto which what is to wait is put again. Thread-safe. */
@FunctionalInterface
public interface EventQueue {

  /**
   * Puts a message on it.
   *
   * @param delay when it is handed out, 15 minutes at most
   */
  void put(String body, Duration delay) throws IOException;
}
