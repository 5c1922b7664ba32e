package dev.plumbline.engine.store;

import dev.plumbline.engine.people.Actor;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;

/** Scans that somebody asked for, and how far they are. Kept for 30 days. Thread-safe. */
public interface Scans {

  /** How far a scan is. */
  enum Phase {
    QUEUED,
    RUNNING,
    DONE,
    FAILED;

    /** Whether nothing follows. */
    public boolean ended() {
      return this == DONE || this == FAILED;
    }
  }

  /**
   * One scan. Its texts hold data.
   *
   * @param stacks the stacks asked for; empty for all
   * @param unmanaged whether to look for resources in no state as well
   * @param reportUri where the whole report lies, "" as long as there is none
   * @param problem why it failed and what to do, "" where it did not
   */
  record Entry(
      String id,
      SequencedSet<String> stacks,
      boolean unmanaged,
      Actor by,
      Instant requestedAt,
      Phase phase,
      Instant changedAt,
      String reportUri,
      String problem) {
    public Entry {
      stacks = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(stacks));
    }

    /** The same, that far since then. */
    public Entry to(Phase next, Instant now, String report, String why) {
      return new Entry(id, stacks, unmanaged, by, requestedAt, next, now, report, why);
    }
  }

  /** Keeps a scan that is to be made, unless there is one of that id. */
  void add(Entry entry) throws StoreException;

  Optional<Entry> find(String id) throws StoreException;

  /**
   * Notes that it runs.
   *
   * @return false where it has ended or is not known, so that a second delivery does not scan again
   */
  boolean began(String id, Instant at) throws StoreException;

  /** Notes its end, unless it had ended before or is not known. */
  void done(String id, String reportUri, Instant at) throws StoreException;

  /** Notes that it came to nothing, unless it had ended before or is not known. */
  void failed(String id, String why, Instant at) throws StoreException;
}
