package dev.plumbline.publish.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.publish.PublishException;
import io.jsonwebtoken.Jwts;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.HttpException;

/**
 * Installation tokens of a GitHub App, asked for when they are needed and kept until shortly before
 * they expire; its slug is asked once. Thread-safe; never printed.
 */
public final class AppTokens {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration ANSWER = Duration.ofSeconds(20);

  /** GitHub takes ten minutes at most, and its clock may be behind ours. */
  private static final Duration SIGNED_FOR = Duration.ofMinutes(9);

  private static final Duration BEHIND = Duration.ofMinutes(1);

  /** A token serves a whole run. */
  private static final Duration SPARE = Duration.ofMinutes(10);

  private final URI endpoint;
  private final String app;
  private final String installation;
  private final Key key;
  private final InstantSource clock;
  private final HttpClient http;
  private @Nullable Token token;
  private @Nullable String slug;

  /** Where the private key comes from, each time a token is asked for. */
  @FunctionalInterface
  public interface Key {
    /** The key in PEM. */
    String pem() throws IOException, PublishException;
  }

  /**
   * @param endpoint the API's address
   * @param app the app's id
   * @param installation its installation's id
   */
  public AppTokens(URI endpoint, String app, String installation, Key key, InstantSource clock) {
    this.endpoint = endpoint;
    this.app = app;
    this.installation = installation;
    this.key = key;
    this.clock = clock;
    this.http = HttpClient.newBuilder().connectTimeout(ANSWER).build();
  }

  private record Token(String value, Instant expires) {
    @Override
    public String toString() {
      return "Token[" + expires + "]";
    }
  }

  /** A token that is good for ten minutes at least. */
  public synchronized String token() throws PublishException {
    Token known = token;
    if (known == null || !clock.instant().isBefore(known.expires().minus(SPARE))) {
      JsonNode answer =
          ask("POST", "/app/installations/%s/access_tokens".formatted(installation), 201);
      known = new Token(answer.path("token").asText(), expiry(answer));
      token = known;
    }
    return known.value();
  }

  /** The app's slug; its login is that with {@code [bot]}. */
  public synchronized String slug() throws PublishException {
    String known = slug;
    if (known == null) {
      known = ask("GET", "/app", 200).path("slug").asText();
      slug = known;
    }
    return known;
  }

  private Instant expiry(JsonNode answer) {
    try {
      return Instant.parse(answer.path("expires_at").asText());
    } catch (DateTimeParseException e) {
      return clock.instant().plus(SPARE);
    }
  }

  private JsonNode ask(String method, String path, int wanted) throws PublishException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(endpoint.toString().replaceAll("/+$", "") + path))
              .timeout(ANSWER)
              .header("Accept", "application/vnd.github+json")
              .header("Authorization", "Bearer " + signed())
              .method(method, HttpRequest.BodyPublishers.noBody())
              .build();
      HttpResponse<String> answer = send(request);
      if (answer.statusCode() != wanted) {
        throw new HttpException("", answer.statusCode(), "", path);
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      Trouble trouble = Trouble.ofApp(e, app, installation);
      throw trouble.toException("Signing in as GitHub App %s".formatted(app), e);
    }
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for GitHub");
    }
  }

  private String signed() throws IOException, PublishException {
    Instant now = clock.instant();
    return Jwts.builder()
        .issuer(app)
        .issuedAt(Date.from(now.minus(BEHIND)))
        .expiration(Date.from(now.plus(SIGNED_FOR)))
        .signWith(PrivateKeyPem.read(key.pem()), Jwts.SIG.RS256)
        .compact();
  }

  @Override
  public String toString() {
    return "AppTokens[%s %s]".formatted(app, installation);
  }
}
