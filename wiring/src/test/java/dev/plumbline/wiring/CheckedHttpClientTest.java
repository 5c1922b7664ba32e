package dev.plumbline.wiring;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.URI;
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

  private static HttpExecuteRequest request() {
    return HttpExecuteRequest.builder()
        .request(
            SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(URI.create("http://127.0.0.1:1/"))
                .build())
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
