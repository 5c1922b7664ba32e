package dev.plumbline.cli.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

final class ServiceTest {

  private static final int STALLS = -1;
  private static final int BREAKS_OFF = -2;

  private final List<Duration> pauses = new ArrayList<>();
  private final List<String> authorizations = Collections.synchronizedList(new ArrayList<>());
  private final Deque<Answer> answers = new ArrayDeque<>();
  private HttpServer server;

  private record Answer(int status, Map<String, String> headers, String body) {}

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          authorizations.add(
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          Answer answer = answers.poll();
          if (answer.status() < 0) {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            if (answer.status() == BREAKS_OFF) {
              exchange.close();
            }
            return;
          }
          answer.headers().forEach(exchange.getResponseHeaders()::set);
          byte[] body = answer.body().getBytes(UTF_8);
          exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Service service() throws RemoteException {
    return service("http://localhost:" + server.getAddress().getPort());
  }

  private Service service(String address) throws RemoteException {
    var credentials = AwsBasicCredentials.create("AKIDEXAMPLE", "secret");
    return new Service(
        address,
        new Signing(StaticCredentialsProvider.create(credentials), "eu-west-1"),
        pauses::add,
        Duration.ofMillis(500));
  }

  private void answer(int status, Map<String, String> headers, String body) {
    answers.add(new Answer(status, headers, body));
  }

  @Test
  void a_busy_service_is_asked_six_times_with_longer_and_longer_pauses() {
    for (int i = 0; i < 6; i++) {
      answer(503, Map.of(), "");
    }
    assertThatThrownBy(() -> service().get("/v1/health"))
        .isInstanceOf(RemoteException.class)
        .hasMessageContaining("503");
    assertThat(pauses).hasSize(5);
    for (int i = 0; i < 5; i++) {
      assertThat(pauses.get(i))
          .isBetween(Duration.ofMillis(250L << i), Duration.ofMillis(500L << i));
    }
  }

  @Test
  void the_service_says_how_long_to_wait() throws RemoteException {
    answer(429, Map.of("Retry-After", "20"), "");
    answer(200, Map.of(), "{}");
    service().get("/v1/health");
    assertThat(pauses.getFirst()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(20));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 409, 413, 415, 422})
  void a_refusal_is_final(int status) {
    answer(
        status,
        Map.of(),
        "{\"title\":\"No\",\"detail\":\"not\\u001b[2J so\",\"action\":\"Do else.\"}");
    assertThatThrownBy(() -> service().get("/v1/x")).hasMessage("No: not\\u001b[2J so. Do else.");
    assertThat(pauses).isEmpty();
  }

  @Test
  void an_answer_that_is_no_problem_still_says_what_to_do() {
    answer(403, Map.of(), "{\"message\":\"Forbidden\"}");
    assertThatThrownBy(() -> service().get("/v1/x"))
        .hasMessageContainingAll("403", "Forbidden", "execute-api:Invoke");
    answer(404, Map.of(), "<html>");
    assertThatThrownBy(() -> service().get("/v1/x")).hasMessageContaining("404");
    answer(200, Map.of(), "<html>");
    assertThatThrownBy(() -> service().get("/v1/x")).hasMessageContaining("no JSON");
  }

  @Test
  void a_link_is_followed_unsigned_and_never_to_an_address_without_tls() {
    answer(302, Map.of("Location", "http://reports.example/1"), "");
    assertThatThrownBy(() -> service().report("a")).hasMessageContaining("without TLS");
    answer(302, Map.of("Location", "::"), "");
    assertThatThrownBy(() -> service().report("a")).hasMessageContaining("cannot be read");
    answer(302, Map.of("Location", "http://localhost:" + server.getAddress().getPort()), "");
    answer(404, Map.of(), "");
    assertThatThrownBy(() -> service().report("a")).hasMessageContaining("404");
    assertThat(authorizations.getLast()).isEqualTo("null");
  }

  @Test
  void a_service_that_is_not_there_is_tried_and_given_up() {
    server.stop(0);
    assertThatThrownBy(() -> service().get("/v1/health"))
        .isInstanceOf(RemoteException.class)
        .hasMessageContaining("cannot be reached");
    assertThat(pauses).hasSize(5);
  }

  @Test
  void an_answer_that_stalls_or_breaks_off_is_asked_for_again() throws RemoteException {
    answer(STALLS, Map.of(), "");
    answer(BREAKS_OFF, Map.of(), "");
    answer(200, Map.of(), "{\"status\":\"ok\"}");
    assertThat(service().get("/v1/health").path("status").asText()).isEqualTo("ok");
    assertThat(pauses).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "http://example.com",
        "ftp://localhost",
        "https://",
        "https://a?b=c",
        "https://u:p@a",
        "https://a b"
      })
  void an_address_that_is_none_is_refused(String address) {
    assertThatThrownBy(() -> service(address))
        .isInstanceOf(RemoteException.class)
        .hasMessageContaining("--remote https://");
  }

  @ParameterizedTest
  @CsvSource({
    "https://a1b2.execute-api.ap-south-1.amazonaws.com, ap-south-1",
    "https://drift.acme.example, eu-west-1"
  })
  void the_region_is_the_gateways_where_its_address_says_so(String address, String region)
      throws RemoteException {
    var credentials = AwsBasicCredentials.create("AKIDEXAMPLE", "secret");
    var request =
        new Signing(StaticCredentialsProvider.create(credentials), "eu-west-1")
            .sign("GET", java.net.URI.create(address + "/v1/stacks/a%2Fb"), Map.of(), new byte[0])
            .build();
    assertThat(request.headers().firstValue("Authorization").orElse(""))
        .contains("/" + region + "/execute-api/aws4_request");
    assertThat(request.uri().getRawPath()).isEqualTo("/v1/stacks/a%2Fb");
  }
}
