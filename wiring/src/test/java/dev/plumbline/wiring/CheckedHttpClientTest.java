package dev.plumbline.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

class CheckedHttpClientTest {

  @Test
  void a_connection_that_breaks_is_a_failure_that_is_repeated() {
    try (SdkHttpClient http = new CheckedHttpClient(new Breaking())) {
      assertThatThrownBy(() -> http.prepareRequest(request()).call())
          .isInstanceOf(IOException.class)
          .hasCauseInstanceOf(SocketException.class);
    }
  }

  @Test
  void a_request_that_was_given_up_is_a_failure_that_is_repeated() {
    try (SdkHttpClient http = new CheckedHttpClient(new Disconnected())) {
      ExecutableHttpRequest request = http.prepareRequest(request());
      request.abort();

      assertThatThrownBy(request::call)
          .isInstanceOf(IOException.class)
          .hasCauseInstanceOf(NullPointerException.class);
    }
  }

  @Test
  void what_nobody_gave_up_fails_as_it_does() {
    try (SdkHttpClient http = new CheckedHttpClient(new Disconnected())) {
      assertThatThrownBy(() -> http.prepareRequest(request()).call())
          .isInstanceOf(NullPointerException.class);
    }
  }

  @Test
  void without_tls_an_answer_is_read_and_a_silent_one_given_up() throws Exception {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/there", exchange -> answer(exchange, 204));
    server.createContext("/silent", _ -> {});
    server.start();
    String endpoint = "http://127.0.0.1:" + server.getAddress().getPort();
    try (SdkHttpClient http =
        CheckedHttpClient.plain(Duration.ofSeconds(5), Duration.ofMillis(500))) {
      assertThat(http.prepareRequest(get(endpoint + "/there")).call().httpResponse().statusCode())
          .isEqualTo(204);
      assertThatThrownBy(() -> http.prepareRequest(get(endpoint + "/silent")).call())
          .isInstanceOf(SocketTimeoutException.class);
    } finally {
      server.stop(0);
    }
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private static HttpExecuteRequest request() {
    return request(SdkHttpMethod.POST, "http://127.0.0.1:1/");
  }

  private static HttpExecuteRequest get(String address) {
    return request(SdkHttpMethod.GET, address);
  }

  private static HttpExecuteRequest request(SdkHttpMethod method, String address) {
    return HttpExecuteRequest.builder()
        .request(SdkHttpRequest.builder().method(method).uri(URI.create(address)).build())
        .build();
  }

  /** Breaks as the SDK's client does while a body is sent. */
  private static final class Breaking extends Failing {
    @Override
    RuntimeException failure() {
      return new UncheckedIOException(new SocketException("Broken pipe"));
    }
  }

  /** Breaks as URLConnection may when another thread disconnects it. */
  private static final class Disconnected extends Failing {
    @Override
    RuntimeException failure() {
      return new NullPointerException("inputStream");
    }
  }

  private abstract static class Failing implements SdkHttpClient {

    abstract RuntimeException failure();

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() {
          throw failure();
        }

        @Override
        public void abort() {}
      };
    }

    @Override
    public void close() {}
  }
}
