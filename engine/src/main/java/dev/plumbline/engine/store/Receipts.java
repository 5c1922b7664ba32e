package dev.plumbline.engine.store;

import dev.plumbline.engine.people.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * What was asked for by those who come back for the answer, and what became of it. A receipt only
 * moves forward. Kept for 30 days. Thread-safe.
 */
public interface Receipts {

  /** How far a request is, in the order in which it gets there. */
  enum Status {
    /** Written down; perhaps not in the queue yet. */
    RECEIVED,
    QUEUED,
    /** It is being done. */
    TAKEN,
    DONE,
    REFUSED,
    FAILED;

    /** Whether a request of this status may come to be of that one. */
    public boolean before(Status next) {
      return !answered() && compareTo(next) < 0;
    }

    /** Whether nothing follows. */
    public boolean answered() {
      return compareTo(TAKEN) > 0;
    }
  }

  /**
   * One request. Its texts hold data.
   *
   * @param id made of who asked and the key they gave, so that the same request is the same receipt
   * @param digest of what was asked, so that another request under the same key is found out
   * @param stack the stack it is about, "" for several
   * @param action what was asked, such as {@code revert}
   * @param text what became of it, in markdown, "" as long as nothing did
   */
  record Receipt(
      String id,
      String digest,
      String stack,
      String action,
      Actor by,
      Instant at,
      Status status,
      String text,
      Instant changedAt) {

    /** The same, that far since then. */
    public Receipt to(Status next, String said, Instant now) {
      return new Receipt(id, digest, stack, action, by, at, next, said, now);
    }
  }

  /**
   * Keeps a receipt unless there is one of that id.
   *
   * @return what is kept under that id now
   */
  Receipt add(Receipt receipt) throws StoreException;

  Optional<Receipt> find(String id) throws StoreException;

  /** Moves a receipt on; does nothing where it is that far already or is not known. */
  void move(String id, Status next, String text, Instant at) throws StoreException;
}
