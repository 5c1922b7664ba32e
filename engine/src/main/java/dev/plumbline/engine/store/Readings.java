package dev.plumbline.engine.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * When resources were last read because somebody had changed them, so that the same change is not
 * read twice however often, and in whatever order, it is told. Kept for some days. Thread-safe.
 */
public interface Readings {

  /**
   * A reading.
   *
   * @param at when the scan began that read it
   * @param change when the last change was made that is attributed
   */
  record Reading(Instant at, Instant change) {

    /** Both as late as in either. */
    public Reading and(Reading other) {
      return new Reading(
          at.isAfter(other.at) ? at : other.at,
          change.isAfter(other.change) ? change : other.change);
    }
  }

  /** The last readings of those addresses, where there were any. */
  Map<String, Reading> of(String stack, Collection<String> addresses) throws StoreException;

  /** Keeps readings, each together with what another kept of its address. */
  void keep(String stack, Map<String, Reading> readings) throws StoreException;
}
