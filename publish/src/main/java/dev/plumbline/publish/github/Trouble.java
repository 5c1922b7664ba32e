package dev.plumbline.publish.github;

import dev.plumbline.publish.PublishException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.HttpException;

/**
 * What an answer of GitHub's means for the user.
 *
 * @param why why it failed
 * @param action what to do
 */
record Trouble(String why, String action) {

  static Trouble of(IOException failure, String repository) {
    Optional<RateLimitedException> limited = limited(failure);
    if (limited.isPresent()) {
      return new Trouble(
          limited.get().getMessage() + ", longer than this run may",
          "Scan less often, or lower publish.github.maxNewIssuesPerRun.");
    }
    return switch (failure) {
      case HttpException http -> ofStatus(http.getResponseCode(), repository);
      case FileNotFoundException _ -> ofStatus(404, repository);
      default ->
          failure.getCause() instanceof IOException cause
              ? of(cause, repository)
              : new Trouble(
                  "GitHub cannot be reached (" + failure.getClass().getSimpleName() + ")",
                  "Check the network and publish.github.endpoint.");
    };
  }

  /** The library wraps what its handlers throw. */
  private static Optional<RateLimitedException> limited(@Nullable Throwable failure) {
    if (failure instanceof RateLimitedException limited) {
      return Optional.of(limited);
    }
    return failure == null ? Optional.empty() : limited(failure.getCause());
  }

  private static Trouble ofStatus(int status, String repository) {
    return switch (status) {
      case 401 ->
          new Trouble("the token is not valid, or has expired (401)", "Give a valid token.");
      case 403 ->
          new Trouble(
              "the token may not do this (403)",
              "Allow it Issues: read and write on %s.".formatted(repository));
      case 404 ->
          new Trouble(
              "the repository does not exist, or the token cannot see it (404)",
              "Check publish.github.repository, and allow the token %s.".formatted(repository));
      case 410 ->
          new Trouble(
              "issues are disabled (410)",
              "Enable issues in the settings of %s.".formatted(repository));
      case 422 ->
          new Trouble(
              "GitHub did not accept what was written (422)",
              "Run again; if it stays, report it as a bug of Plumbline.");
      case -1, 0 ->
          new Trouble("GitHub cannot be reached", "Check the network and publish.github.endpoint.");
      default ->
          new Trouble(
              "GitHub answered %d".formatted(status), "Run again later; see githubstatus.com.");
    };
  }

  PublishException toException(String doing, IOException cause) {
    return new PublishException("%s failed: %s.".formatted(doing, why), action, cause);
  }
}
