package dev.plumbline.cli.demo;

/**
 * No emulated account could be had, or it did not answer as recorded. The message is one line and
 * says what to do.
 */
public final class EmulatorException extends Exception {

  private static final long serialVersionUID = 1L;

  public EmulatorException(String message) {
    super(message);
  }

  public EmulatorException(String message, Throwable cause) {
    super(message, cause);
  }
}
