package dev.plumbline.publish.github;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubBuilder;
import org.kohsuke.github.connector.GitHubConnector;
import org.kohsuke.github.connector.GitHubConnectorRequest;
import org.kohsuke.github.connector.GitHubConnectorResponse;
import org.kohsuke.github.extras.HttpClientGitHubConnector;

/**
 * The JDK's HTTP client with a limit on how long an answer may take: the library's connector sets
 * none, and a hanging server would hold the run for ever.
 */
final class Connection implements GitHubConnector {

  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final GitHubConnector connector;
  private final Duration limit;

  Connection(Duration limit) {
    this.limit = limit;
    this.connector =
        new HttpClientGitHubConnector(
            HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build());
  }

  /** GitHub's API at that address, with that token. */
  static GitHub with(URI endpoint, String token, Duration limit) throws IOException {
    return new GitHubBuilder()
        .withEndpoint(endpoint.toString())
        // Says the same, and does not ask whose the token is, which an app may not.
        .withAppInstallationToken(token)
        .withConnector(new Connection(limit))
        .build();
  }

  @Override
  public GitHubConnectorResponse send(GitHubConnectorRequest request) throws IOException {
    var answer = new FutureTask<>(() -> connector.send(request));
    Thread sender = Thread.ofVirtual().name("github").start(answer);
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      sender.interrupt();
      throw new IOException("no answer within %d s".formatted(limit.toSeconds()), e);
    } catch (InterruptedException e) {
      sender.interrupt();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for GitHub");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
    }
  }
}
