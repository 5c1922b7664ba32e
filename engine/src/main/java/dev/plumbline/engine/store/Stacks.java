package dev.plumbline.engine.store;

import dev.plumbline.engine.Report.StackReport;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Stacks and their findings. Writes are conditional: of two scans of one stack the one that began
 * later stays, whichever is written last. Thread-safe.
 */
public interface Stacks {

  Optional<StackRecord> find(String stack) throws StoreException;

  /**
   * Stacks in the order of their names.
   *
   * @param after the name to go on behind; empty from the start
   * @param limit how many at most, from 1
   */
  List<StackRecord> list(Optional<String> after, int limit) throws StoreException;

  /**
   * Remembers a scan: the stack's record, and each finding that came, stayed or is gone. What could
   * not be read stays as it was. A report of a part of the stack touches only what it read.
   *
   * @param whole whether the report is of the whole stack
   * @return the stack as it stands now, which a later scan may have written
   */
  StackRecord scanned(StackReport report, Scan scan, boolean whole) throws StoreException;

  /**
   * A scan.
   *
   * @param reportUri where its whole report lies, "" where it was not kept
   */
  record Scan(String id, Instant startedAt, String reportUri) {}

  /** Findings of that stack, resolved ones too, in address order. */
  List<Finding> findings(String stack) throws StoreException;

  /** Notes a decision at each finding of those fingerprints that is there now. */
  void decided(String stack, Collection<String> fingerprints, Finding.Decision decision)
      throws StoreException;

  /** Remembers the stack's issue; empty forgets it. */
  void issue(String stack, Optional<StackRecord.Issue> issue) throws StoreException;

  /** Remembers the stack's message; empty forgets it. */
  void message(String stack, Optional<StackRecord.Message> message) throws StoreException;
}
