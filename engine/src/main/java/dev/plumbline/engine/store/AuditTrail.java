package dev.plumbline.engine.store;

import dev.plumbline.engine.people.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who did what, never changed and never forgotten. Thread-safe. */
public interface AuditTrail {

  void add(Entry entry) throws StoreException;

  /**
   * A stack's entries, the newest first.
   *
   * @param after the last entry of the page before
   */
  List<Entry> of(String stack, Optional<Entry> after, int limit) throws StoreException;

  /**
   * One entry. Its texts hold data.
   *
   * @param action such as {@code revert requested}, {@code plan approved}, {@code applied}
   * @param subject what it was done to: a remediation's id, an address, ""
   * @param detail what else is to be known, without secrets
   */
  record Entry(String stack, Instant at, Actor by, String action, String subject, String detail) {}
}
