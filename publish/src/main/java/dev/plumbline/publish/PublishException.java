package dev.plumbline.publish;

/**
 * A report could not be carried to where it should go. The message says what failed and why, {@link
 * #action()} what to do. The report itself is not lost: the caller still holds it.
 */
public final class PublishException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String action;

  public PublishException(String message, String action, Throwable cause) {
    super(message, cause);
    this.action = action;
  }

  public PublishException(String message, String action) {
    super(message);
    this.action = action;
  }

  /** What to do, in one sentence. */
  public String action() {
    return action;
  }
}
