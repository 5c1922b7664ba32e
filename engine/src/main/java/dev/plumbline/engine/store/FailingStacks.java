package dev.plumbline.engine.store;

import java.util.List;

/** Stacks that could not be scanned, and in how many runs in a row. Thread-safe. */
public interface FailingStacks {

  /** Those that could not be scanned in their last run. */
  List<Streak> all() throws StoreException;

  /**
   * Counts a run in which that stack could not be scanned; the same run counts once.
   *
   * @return how many runs in a row that makes
   */
  Streak failed(String stack, String run) throws StoreException;

  /** It was scanned again, or is none any more. */
  void over(String stack) throws StoreException;

  /**
   * One stack's.
   *
   * @param runs how many in a row
   * @param run the last of them
   */
  record Streak(String stack, int runs, String run) {}
}
