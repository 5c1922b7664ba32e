package dev.plumbline.cli;

/** Something the user can put right; the message says what and how, and nothing else is printed. */
final class UserException extends Exception {

  private static final long serialVersionUID = 1L;

  UserException(String message) {
    super(message);
  }

  UserException(String message, Throwable cause) {
    super(message, cause);
  }
}
