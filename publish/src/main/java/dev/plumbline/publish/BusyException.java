package dev.plumbline.publish;

import java.io.IOException;
import java.time.Duration;

/** Another run did not finish in time with what only one may do at once. */
public final class BusyException extends IOException {

  private static final long serialVersionUID = 1L;

  BusyException(String name, Duration wait) {
    super(
        "another run has been writing %s, and did not finish within %d s"
            .formatted(name, wait.toSeconds()));
  }
}
