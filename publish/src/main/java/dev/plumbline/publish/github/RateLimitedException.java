package dev.plumbline.publish.github;

import java.io.IOException;
import java.time.Duration;

/** GitHub asks for a longer wait than the run has left. */
final class RateLimitedException extends IOException {

  private static final long serialVersionUID = 1L;

  RateLimitedException(Duration wait) {
    super("GitHub's rate limit asks to wait %,d s".formatted(wait.toSeconds()));
  }
}
