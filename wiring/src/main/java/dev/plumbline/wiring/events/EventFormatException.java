package dev.plumbline.wiring.events;

/** A message that is no event. Its message quotes nothing of it. */
public final class EventFormatException extends Exception {

  private static final long serialVersionUID = 1L;

  EventFormatException(String message) {
    super(message);
  }

  EventFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
