package dev.plumbline.publish.github;

import dev.plumbline.publish.BusyException;
import dev.plumbline.publish.PublishException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.HttpException;

/**
 * What an answer of GitHub's means for the user.
 *
 * @param kind a word for it, "" where it may go away by itself
 * @param why why it failed
 * @param action what to do
 */
record Trouble(String kind, String why, String action) {

  static Trouble of(IOException failure, String repository) {
    Optional<RateLimitedException> limited = limited(failure);
    if (limited.isPresent()) {
      return new Trouble(
          "rate-limited",
          limited.get().getMessage() + ", longer than this run may",
          "Scan less often, or lower publish.github.maxNewIssuesPerRun.");
    }
    return switch (failure) {
      case HttpException http -> ofStatus(http.getResponseCode(), repository);
      case FileNotFoundException _ -> ofStatus(404, repository);
      case ArchivedException _ ->
          new Trouble(
              "archived",
              "the repository is archived",
              "Unarchive %s, or name another with publish.github.repository."
                  .formatted(repository));
      case BusyException busy ->
          new Trouble("", String.valueOf(busy.getMessage()), "The next run brings it up to date.");
      default ->
          failure.getCause() instanceof IOException cause
              ? of(cause, repository)
              : new Trouble(
                  "",
                  "GitHub cannot be reached (" + failure.getClass().getSimpleName() + ")",
                  "Check the network and publish.github.endpoint.");
    };
  }

  /** What keeps an app from signing in. */
  static Trouble ofApp(IOException failure, String app, String installation) {
    return switch (failure) {
      case PrivateKeyException key ->
          new Trouble(
              "bad-credentials",
              "its private key cannot be used: " + key.getMessage(),
              "Store the key that GitHub handed out, as it is, in publish.github.app.privateKeySecret.");
      case HttpException http when http.getResponseCode() == 401 ->
          new Trouble(
              "bad-credentials",
              "GitHub does not know its key (401)",
              "Check publish.github.app.id, and that the key of app %s was not revoked."
                  .formatted(app));
      case HttpException http when http.getResponseCode() == 404 || http.getResponseCode() == 403 ->
          new Trouble(
              "bad-credentials",
              "it is not installed there, or suspended (%d)".formatted(http.getResponseCode()),
              "Install app %s, and check publish.github.app.installation (%s)."
                  .formatted(app, installation));
      default -> of(failure, "the app's installation");
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
          new Trouble(
              "bad-credentials",
              "the token is not valid, or has expired (401)",
              "Give a valid token.");
      case 403 ->
          new Trouble(
              "no-permission",
              "the token may not do this (403)",
              "Allow it Issues: read and write on %s.".formatted(repository));
      case 404 ->
          new Trouble(
              "missing",
              "the repository does not exist, or the token cannot see it (404)",
              "Check publish.github.repository, and allow the token %s.".formatted(repository));
      case 410 ->
          new Trouble(
              "issues-disabled",
              "issues are disabled (410)",
              "Enable issues in the settings of %s.".formatted(repository));
      case 422 ->
          new Trouble(
              "",
              "GitHub did not accept what was written (422)",
              "Run again; if it stays, report it as a bug of Plumbline.");
      case -1, 0 ->
          new Trouble(
              "", "GitHub cannot be reached", "Check the network and publish.github.endpoint.");
      default ->
          new Trouble(
              "", "GitHub answered %d".formatted(status), "Run again later; see githubstatus.com.");
    };
  }

  /** Empty where the next run may do better by itself. */
  Optional<Outcome.Alarm> alarm() {
    return kind.isEmpty() ? Optional.empty() : Optional.of(new Outcome.Alarm(kind, why, action));
  }

  PublishException toException(String doing, IOException cause) {
    return new PublishException("%s failed: %s.".formatted(doing, why), action, kind, cause);
  }
}
