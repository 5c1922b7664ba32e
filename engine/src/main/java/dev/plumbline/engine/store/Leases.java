package dev.plumbline.engine.store;

import java.time.Duration;

/**
 * Rights to do something alone for a while, such as writing a stack's issue. One that is not given
 * back ends by itself. Thread-safe.
 */
public interface Leases {

  /**
   * Takes the lease if nobody else has it.
   *
   * @param name what it is for
   * @param holder who takes it; the holder may take it again
   * @param length how long it holds
   */
  boolean take(String name, String holder, Duration length) throws StoreException;

  /** Gives it back, where that holder still has it. */
  void release(String name, String holder) throws StoreException;
}
