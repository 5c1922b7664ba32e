package dev.plumbline.state;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * One place where a state lies. Reading it has no side effects: no lock is taken, nothing is
 * written. Implementations are safe to use from one thread at a time.
 */
public interface StateSource {

  /** The state's place as the user writes it: a path or {@code s3://bucket/key}. */
  String uri();

  /**
   * Streams every managed resource instance, deposed ones too, to {@code each}, in the state's
   * order, from one pinned version of the state, and checks its digest where the backend keeps one.
   * Data sources are skipped.
   *
   * @throws StateException as its code says; what was handed over until then must be thrown away
   */
  StateIdentity read(Consumer<? super RecordedResource> each) throws StateException;

  /**
   * A token that changes whenever the state does (version id, ETag, or size and time of a file).
   */
  String currentVersion() throws StateException;

  /** The lock somebody holds on it now, if any. It is looked at, never taken. */
  Optional<Lock> lock() throws StateException;

  /**
   * A held lock.
   *
   * @param id the lock's id, as {@code terraform force-unlock} takes it
   * @param who who holds it, {@code user@host}
   * @param operation what for, such as {@code OperationTypeApply}
   * @param created when, as the lock itself says it
   * @param where the object or item that is the lock
   */
  record Lock(String id, String who, String operation, String created, String where) {}
}
