package dev.plumbline.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recordings are read by change, and replayed in order with their clock and seed. */
class RecordingTest {

  private static final String LINES =
      """
      {"change":"1-first","says":"The first."}
      {"at":7,"seed":1,"method":"POST","path":"/","headers":{"X-Amz-Target":"A.One"},"body":"text"}
      {"at":8,"seed":2,"method":"PUT","path":"/b?acl","headers":{},"base64":"AAE="}
      {"change":"2-second","says":"The second."}
      {"at":9,"seed":3,"method":"HEAD","path":"/refused","headers":{},"body":"","answered":404}
      """;

  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final HttpServer server = new Listening().server();

  @BeforeEach
  void start() {
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          seen.add(
              "%s %s %s %s %d"
                  .formatted(
                      exchange.getRequestHeaders().getFirst("X-Plumbline-Clock"),
                      exchange.getRequestHeaders().getFirst("X-Plumbline-Seed"),
                      exchange.getRequestMethod(),
                      exchange.getRequestURI(),
                      body.length));
          int status = exchange.getRequestURI().getPath().equals("/") ? 501 : 404;
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void changes_have_names_and_sentences() throws IOException {
    Recording recording = recording();

    assertThat(recording.sentences()).containsExactly("The first.", "The second.");
    assertThat(recording.only(Set.of("2-second")).sentences()).containsExactly("The second.");
  }

  @Test
  void requests_are_sent_in_order_with_clock_and_seed() throws Exception {
    try (Replay replay = new Replay(new Listening(server))) {
      replay.send(recording());
    }

    assertThat(seen).containsExactly("7 1 POST / 4", "8 2 PUT /b?acl 2", "9 3 HEAD /refused 0");
  }

  @Test
  void only_a_refusal_that_was_not_recorded_is_told() throws Exception {
    try (Replay replay = new Replay(new Listening(server))) {
      assertThat(replay.send(recording()))
          .containsExactly("POST A.One answered 501", "PUT /b?acl answered 404");
    }
  }

  private static Recording recording() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(LINES.getBytes(StandardCharsets.UTF_8));
    }
    return Recording.read(new ByteArrayInputStream(bytes.toByteArray()));
  }

  private record Listening(HttpServer server) implements Emulator {

    Listening() {
      this(create());
    }

    @Override
    public URI endpoint() {
      return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public boolean repeatsIds() {
      return true;
    }

    @Override
    public void close() {
      server.stop(0);
    }

    private static HttpServer create() {
      try {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
