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
  private static final class Breaking implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() {
          throw new UncheckedIOException(new SocketException("Broken pipe"));
        }

        @Override
        public void abort() {}
      };
    }

    @Override
    public void close() {}
  }
}
