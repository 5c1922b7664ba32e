package dev.plumbline.wiring.work;

/** A message of the queue is no work: it can never be done. */
public final class WorkFormatException extends Exception {

  private static final long serialVersionUID = 1L;

  WorkFormatException(String message) {
    super(message);
  }

  WorkFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
