package dev.plumbline.engine.store;

import java.io.IOException;

/** The store cannot be read or written. Its message says what failed, on which item, and why. */
public final class StoreException extends IOException {

  private static final long serialVersionUID = 1L;

  public StoreException(String message) {
    super(message);
  }

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
