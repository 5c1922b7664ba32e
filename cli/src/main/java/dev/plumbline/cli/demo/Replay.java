package dev.plumbline.cli.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Sends recordings to an emulator, one request at a time over one connection, so that the account
 * has the recorded history. Keep one replay for all recordings of an account: it knows the ids that
 * earlier requests drew. For one thread.
 */
public final class Replay implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Emulator emulator;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(PATIENCE)
          .proxy(HttpClient.Builder.NO_PROXY)
          .build();
  private final DrawnIds ids = new DrawnIds();

  public Replay(Emulator emulator) {
    this.emulator = emulator;
  }

  /**
   * Sends every request of the recording.
   *
   * @return the requests that the emulator does not carry out, such as {@code POST / answered 501};
   *     empty on the emulator that the recording was made on
   * @throws EmulatorException if the emulator stops answering
   */
  public List<String> send(Recording recording) throws EmulatorException {
    List<String> refused = new ArrayList<>();
    for (RecordedChange change : recording.changes()) {
      for (RecordedRequest request : change.requests()) {
        HttpResponse<String> answer = send(request);
        if (!emulator.repeatsIds()) {
          ids.pair(request.drawn(), answer.body());
        }
        if (answer.statusCode() >= 400 && answer.statusCode() != request.answered()) {
          refused.add(
              "%s %s answered %d".formatted(request.method(), name(request), answer.statusCode()));
        }
      }
    }
    return List.copyOf(refused);
  }

  /** A recorded text, such as a state, with the ids that this account has. */
  public String translate(String recorded) {
    return emulator.repeatsIds() ? recorded : ids.translate(recorded);
  }

  @Override
  public void close() {
    client.close();
  }

  private HttpResponse<String> send(RecordedRequest request) throws EmulatorException {
    try {
      return client.send(built(request), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new EmulatorException(
          "The emulated account at %s stopped answering at %s. Run the command again."
              .formatted(emulator.endpoint(), name(request)),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmulatorException("Building the emulated account was interrupted.", e);
    }
  }

  private HttpRequest built(RecordedRequest request) {
    URI uri = URI.create(origin() + translate(request.path()));
    HttpRequest.Builder built =
        HttpRequest.newBuilder(uri)
            .timeout(PATIENCE)
            .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(body(request)));
    request.headers().forEach((name, value) -> built.header(name, translate(value)));
    if (emulator.repeatsIds()) {
      built.header("X-Plumbline-Clock", Long.toString(request.clock()));
      built.header("X-Plumbline-Seed", Long.toString(request.seed()));
    }
    return built.build();
  }

  private String origin() {
    String endpoint = emulator.endpoint().toString();
    return endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint;
  }

  private byte[] body(RecordedRequest request) {
    return request.encoded()
        ? Base64.getDecoder().decode(request.body())
        : translate(request.body()).getBytes(StandardCharsets.UTF_8);
  }

  /** What a request asked for, without its body, which may hold a secret. */
  private static String name(RecordedRequest request) {
    return request.headers().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase("X-Amz-Target"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(request.path());
  }
}
