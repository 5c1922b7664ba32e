package dev.plumbline.wiring.github;

import dev.plumbline.publish.escape.Plain;
import java.io.IOException;

/** GitHub did not do what it was asked. The message says what it was asked, why not, what to do. */
public final class GitHubException extends IOException {

  private static final long serialVersionUID = 1L;

  private final int status;

  GitHubException(String method, String path, int status, String said) {
    super(
        "GitHub answered %d to %s %s%s. %s"
            .formatted(
                status,
                method,
                Plain.line(path, 200),
                said.isEmpty() ? "" : ": " + Plain.line(said, 200),
                advice(status)));
    this.status = status;
  }

  /** GitHub's answer, such as 404. */
  public int status() {
    return status;
  }

  private static String advice(int status) {
    return switch (status) {
      case 301, 302, 307, 308 -> "The repository has moved: correct its name in the configuration.";
      case 401 -> "Give a valid token or key.";
      case 403 -> "Give the token or app the permission for this, or wait for its rate limit.";
      case 404 -> "Check the name, and that the token or app can see it.";
      case 429 -> "Its rate limit asks for patience.";
      default -> status >= 500 ? "See githubstatus.com." : "Check the configuration.";
    };
  }
}
