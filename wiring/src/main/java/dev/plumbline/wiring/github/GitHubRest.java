package dev.plumbline.wiring.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The requests that commands need, as GitHub's REST API describes them. The GitHub library cannot
 * tell an invited team member from an active one, nor react to a comment without reading all of an
 * issue's. A redirect is not followed, since the token would be. Thread-safe.
 */
public final class GitHubRest {

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(20);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final String VERSION = "2022-11-28";

  private final URI endpoint;
  private final Token token;
  private final Sleep sleep;
  private final JsonMapper json = new JsonMapper();
  private final HttpClient http;

  /** What proves who asks: a personal token or an app's, as it is now. */
  @FunctionalInterface
  public interface Token {
    String value() throws IOException;
  }

  /** Sleeps, so that tests need not. */
  @FunctionalInterface
  interface Sleep {
    void sleep(Duration duration) throws InterruptedException;
  }

  /**
   * @param endpoint {@code https://api.github.com}, or a GitHub Enterprise server's {@code
   *     https://host/api/v3}
   */
  GitHubRest(URI endpoint, Token token, HttpClient http, Sleep sleep) {
    this.endpoint = endpoint;
    this.token = token;
    this.http = http;
    this.sleep = sleep;
  }

  /** What several can share. */
  static HttpClient client() {
    return HttpClient.newBuilder()
        .connectTimeout(CONNECT)
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }

  /**
   * Asks.
   *
   * @param path with its parts as {@link #part} makes them
   */
  JsonNode get(String path) throws IOException {
    return send("GET", path, Optional.empty());
  }

  /** The answer; empty where GitHub says that there is no such thing. */
  Optional<JsonNode> find(String path) throws IOException {
    try {
      return Optional.of(get(path));
    } catch (GitHubException e) {
      if (e.status() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }

  JsonNode send(String method, String path, JsonNode body) throws IOException {
    return send(method, path, Optional.of(body));
  }

  /** A part of a path that holds data. */
  static String part(String data) {
    if (data.isEmpty() || data.equals(".") || data.equals("..")) {
      throw new IllegalArgumentException("this cannot be a part of a path");
    }
    return URLEncoder.encode(data, UTF_8).replace("+", "%20");
  }

  /** {@code owner/name} as two parts of a path. */
  static String repository(String name) {
    int slash = name.indexOf('/');
    return part(name.substring(0, Math.max(0, slash))) + "/" + part(name.substring(slash + 1));
  }

  private JsonNode send(String method, String path, Optional<JsonNode> body) throws IOException {
    HttpResponse<String> answer = exchange(method, path, body);
    Optional<Duration> wait = wait(answer);
    if (wait.filter(each -> each.compareTo(LONGEST_WAIT) <= 0).isPresent()) {
      pause(wait.get());
      answer = exchange(method, path, body);
    }
    JsonNode read = read(answer.body());
    if (answer.statusCode() / 100 != 2) {
      throw new GitHubException(method, path, answer.statusCode(), read.path("message").asText(""));
    }
    return read;
  }

  private HttpResponse<String> exchange(String method, String path, Optional<JsonNode> body)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(endpoint + path))
            .timeout(ANSWER)
            .header("Accept", "application/vnd.github+json")
            .header("Authorization", "Bearer " + token.value())
            .header("X-GitHub-Api-Version", VERSION)
            .header("User-Agent", "plumbline");
    if (body.isPresent()) {
      request
          .header("Content-Type", "application/json")
          .method(method, HttpRequest.BodyPublishers.ofString(body.get().toString()));
    } else {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for GitHub");
    }
  }

  private JsonNode read(String body) {
    try {
      return body.isBlank() ? MissingNode.getInstance() : json.readTree(body);
    } catch (JsonProcessingException _) {
      return MissingNode.getInstance();
    }
  }

  /** How long its rate limits ask to wait; empty where that is not why it refused. */
  private static Optional<Duration> wait(HttpResponse<String> answer) {
    boolean refused = answer.statusCode() == 403 || answer.statusCode() == 429;
    OptionalLong after = answer.headers().firstValueAsLong("Retry-After");
    return refused && after.isPresent()
        ? Optional.of(Duration.ofSeconds(Math.max(1, after.getAsLong())))
        : Optional.empty();
  }

  private void pause(Duration wait) throws IOException {
    try {
      sleep.sleep(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for GitHub's rate limit");
    }
  }
}
