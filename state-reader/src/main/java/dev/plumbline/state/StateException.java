package dev.plumbline.state;

/**
 * A state could not be read. The message says what failed and why, {@link #action()} what to do
 * about it; neither holds anything of the state's content.
 */
public final class StateException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why a state cannot be read; each has one remedy. */
  public enum Code {
    NOT_FOUND,
    EMPTY,
    DENIED,
    TRUNCATED,
    NOT_JSON,
    NOT_A_STATE,
    OLDER_VERSION,
    NEWER_VERSION,
    ENCRYPTED,
    DIGEST_MISMATCH,
    LOCKED,
    CHANGED_WHILE_READING,
    UNSUPPORTED_SOURCE,
    UNREACHABLE
  }

  private final Code code;
  private final String action;

  public StateException(Code code, String message, String action) {
    super(message);
    this.code = code;
    this.action = action;
  }

  public StateException(Code code, String message, String action, Throwable cause) {
    super(message, cause);
    this.code = code;
    this.action = action;
  }

  /** Somebody holds the state's lock, so that what it says may be about to change. */
  public static StateException locked(String uri, StateSource.Lock lock) {
    return new StateException(
        Code.LOCKED,
        "State %s is locked: %s by %s since %s (lock id %s, at %s)."
            .formatted(
                uri,
                orUnknown(lock.operation()),
                orUnknown(lock.who()),
                orUnknown(lock.created()),
                orUnknown(lock.id()),
                lock.where()),
        "Wait until that run has ended; if it has died, release the lock with `terraform"
            + " force-unlock`.");
  }

  private static String orUnknown(String said) {
    return said.isEmpty() ? "unknown" : said;
  }

  public Code code() {
    return code;
  }

  /** What to do, in one sentence. */
  public String action() {
    return action;
  }
}
