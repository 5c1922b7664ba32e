package dev.plumbline.remediation;

import dev.plumbline.engine.store.StoreException;
import java.util.List;
import java.util.Optional;

/** Remediations and their steps. Every write is conditional. Thread-safe. */
public interface RemediationStore {

  Optional<Remediation> find(String id) throws StoreException;

  /** The stack's one remediation that has not ended. */
  Optional<Remediation> open(String stack) throws StoreException;

  /** A stack's remediations, the newest first. */
  List<Remediation> of(String stack, int limit) throws StoreException;

  /** Remediations of all stacks that have not ended, the oldest first. */
  List<Remediation> unfinished(int limit) throws StoreException;

  /**
   * Keeps a new remediation.
   *
   * @return false where the stack has one that has not ended, or the id is taken
   */
  boolean create(Remediation remediation) throws StoreException;

  /**
   * Puts the next version in the place of the one before, and frees the stack where it ended. One
   * that had ended before may be replaced too, by its later checks of the code: that frees nothing,
   * and another one being open does not keep it from being written.
   *
   * @return false where somebody else was faster, so that nothing was written
   */
  boolean replace(Remediation before, Remediation after) throws StoreException;
}
