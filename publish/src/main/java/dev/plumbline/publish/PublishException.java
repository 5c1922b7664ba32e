package dev.plumbline.publish;

/**
 * A report could not be carried to where it should go. The message says what failed and why, {@link
 * #action()} what to do. The report itself is not lost: the caller still holds it.
 */
public final class PublishException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String action;
  private final String trouble;

  /** The same, with a word for trouble that does not go away by itself. */
  public PublishException(String message, String action, String trouble, Throwable cause) {
    super(message, cause);
    this.action = action;
    this.trouble = trouble;
  }

  public PublishException(String message, String action, Throwable cause) {
    this(message, action, "", cause);
  }

  public PublishException(String message, String action) {
    super(message);
    this.action = action;
    this.trouble = "";
  }

  /** What to do, in one sentence. */
  public String action() {
    return action;
  }

  /** A word for trouble that somebody has to put right, "" where it may go away by itself. */
  public String trouble() {
    return trouble;
  }
}
