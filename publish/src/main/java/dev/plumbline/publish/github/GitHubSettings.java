package dev.plumbline.publish.github;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where and how issues are kept. {@link #toString()} leaves the token out.
 *
 * @param endpoint the API's address: {@code https://api.github.com}, or a GitHub Enterprise
 *     server's {@code https://host/api/v3}
 * @param repository {@code owner/name}
 * @param token a personal access token or an app's installation token
 * @param appSlug the app's slug where the token is an installation's, which cannot ask who it is
 * @param labels labels that every issue gets
 * @param maxNewIssues how many issues a run may open; the rest stands in one summary issue
 * @param baseline whether today's drift is taken as known
 * @param dryRun whether to say what would be done and to write nothing
 * @param patience how long a run waits for rate limits in all
 */
public record GitHubSettings(
    URI endpoint,
    String repository,
    String token,
    Optional<String> appSlug,
    List<String> labels,
    int maxNewIssues,
    boolean baseline,
    boolean dryRun,
    Duration patience) {

  /** GitHub's own API. */
  public static final URI GITHUB = URI.create("https://api.github.com");

  public GitHubSettings {
    labels = List.copyOf(labels);
    if (!repository.matches("[\\w.-]+/[\\w.-]+")) {
      throw new IllegalArgumentException("publish.github.repository is not of the form owner/name");
    }
  }

  /** 20 new issues a run, two minutes of patience, no baseline, for real. */
  public static GitHubSettings of(String repository, String token) {
    return new GitHubSettings(
        GITHUB,
        repository,
        token,
        Optional.empty(),
        List.of(),
        20,
        false,
        false,
        Duration.ofMinutes(2));
  }

  @Override
  public String toString() {
    return "GitHubSettings[%s %s]".formatted(endpoint, repository);
  }
}
