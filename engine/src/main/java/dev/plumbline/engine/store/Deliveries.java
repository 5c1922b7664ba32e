package dev.plumbline.engine.store;

import java.time.Duration;

/** What was already taken, so that it is not done twice. Thread-safe. */
public interface Deliveries {

  /**
   * Whether this key was never claimed before, or longer ago than it was to be kept. Of several who
   * ask at once, one is told yes.
   *
   * @param key what makes a delivery itself; hashed where it is long
   * @param keep how long it is remembered
   */
  boolean first(String key, Duration keep) throws StoreException;

  /** Gives the key back, because what it stood for could not be taken. */
  void forget(String key) throws StoreException;
}
