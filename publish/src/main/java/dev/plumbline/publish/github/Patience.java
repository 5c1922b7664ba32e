package dev.plumbline.publish.github;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.GitHubAbuseLimitHandler;
import org.kohsuke.github.GitHubRateLimitHandler;
import org.kohsuke.github.connector.GitHubConnectorResponse;

/**
 * Waits as long as GitHub's rate limits ask for, up to a budget for the whole run. The primary
 * limit names the second at which it ends; the secondary one says after how many seconds to retry,
 * and a minute where it says nothing
 * (docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api).
 */
final class Patience {

  /** Sleeps, so that tests need not. */
  @FunctionalInterface
  interface Sleep {
    void sleep(Duration duration) throws InterruptedException;
  }

  private static final Duration UNSAID = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final Sleep sleep;
  private Duration left;

  Patience(Duration budget, InstantSource clock, Sleep sleep) {
    this.left = budget;
    this.clock = clock;
    this.sleep = sleep;
  }

  GitHubRateLimitHandler primary() {
    return new GitHubRateLimitHandler() {
      @Override
      public void onError(GitHubConnectorResponse response) throws IOException {
        await(response);
      }
    };
  }

  GitHubAbuseLimitHandler secondary() {
    return new GitHubAbuseLimitHandler() {
      @Override
      public void onError(GitHubConnectorResponse response) throws IOException {
        await(response);
      }
    };
  }

  private synchronized void await(GitHubConnectorResponse response) throws IOException {
    Duration wait = wait(response);
    if (wait.compareTo(left) > 0) {
      throw new RateLimitedException(wait);
    }
    left = left.minus(wait);
    try {
      sleep.sleep(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for GitHub's rate limit");
    }
  }

  private Duration wait(GitHubConnectorResponse response) {
    @Nullable Long after = number(response.header("Retry-After"));
    if (after != null) {
      return atLeastOne(Duration.ofSeconds(after));
    }
    @Nullable Long reset = number(response.header("X-RateLimit-Reset"));
    boolean spent = "0".equals(response.header("X-RateLimit-Remaining"));
    if (reset == null || !spent) {
      return UNSAID;
    }
    return atLeastOne(Duration.ofSeconds(reset - clock.instant().getEpochSecond() + 1));
  }

  private static Duration atLeastOne(Duration wait) {
    return wait.isPositive() ? wait : Duration.ofSeconds(1);
  }

  private static @Nullable Long number(@Nullable String header) {
    return header != null && header.matches("\\d{1,12}") ? Long.valueOf(header) : null;
  }
}
