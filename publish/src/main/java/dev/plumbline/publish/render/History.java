package dev.plumbline.publish.render;

import java.time.Instant;
import java.util.Map;

/**
 * What is remembered of a stack's drift.
 *
 * @param since when each address was first found as it is now; empty where nothing is remembered
 * @param reportUri where the whole report lies, "" where it was not kept
 */
public record History(Map<String, Instant> since, String reportUri) {

  /** Nothing is remembered. */
  public static final History NONE = new History(Map.of(), "");

  public History {
    since = Map.copyOf(since);
  }
}
