package dev.plumbline.engine.store;

import dev.plumbline.engine.Report.StackReport;

/** Puts what was read of a part of a stack into its last report. Thread-safe. */
public interface Revisions {

  /**
   * Remembers that a stack's last report is this one now.
   *
   * @param merged the last report with what the scan read
   * @param scan the scan of the part, with where the merged report lies
   * @param last where the report lies that it was merged into
   * @return false where another is the last by now, so that nothing was written
   */
  boolean revise(StackReport merged, Stacks.Scan scan, String last) throws StoreException;
}
