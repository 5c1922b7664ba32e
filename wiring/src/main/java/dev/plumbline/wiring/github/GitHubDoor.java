package dev.plumbline.wiring.github;

import java.io.IOException;

/** Ways to GitHub, as the deployed configuration says. Thread-safe. */
public interface GitHubDoor {

  /**
   * To that repository.
   *
   * @throws IOException where the configuration names it nowhere, or has no token for it
   */
  GitHubRest to(String repository) throws IOException;

  /** To where teams are: the server of the configuration's defaults, or of its first stack. */
  GitHubRest toTeams() throws IOException;
}
