package dev.plumbline.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

class BoundedHttpClientTest {

  private static final HttpExecuteRequest REQUEST =
      HttpExecuteRequest.builder()
          .request(
              SdkHttpRequest.builder()
                  .method(SdkHttpMethod.GET)
                  .uri(URI.create("http://127.0.0.1:1/"))
                  .build())
          .build();

  @Test
  void no_more_than_its_width_are_under_way_and_all_are_answered() throws Exception {
    Counting http = new Counting(() -> Thread.sleep(2));
    try (SdkHttpClient bounded = new BoundedHttpClient(http, turns(2), Duration.ofMinutes(1))) {
      List<Future<HttpExecuteResponse>> answers = send(bounded, 40);

      for (Future<HttpExecuteResponse> answer : answers) {
        assertThat(answer.get(30, TimeUnit.SECONDS).httpResponse().statusCode()).isEqualTo(200);
      }
    }
    assertThat(http.most.get()).isEqualTo(2);
  }

  @Test
  void requests_that_hang_make_way_for_ever_more_others() throws Exception {
    CountDownLatch all = new CountDownLatch(30);
    Counting http =
        new Counting(
            () -> {
              all.countDown();
              assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
            });
    try (SdkHttpClient bounded = new BoundedHttpClient(http, turns(2), Duration.ofMillis(20))) {
      for (Future<HttpExecuteResponse> answer : send(bounded, 30)) {
        answer.get(30, TimeUnit.SECONDS);
      }
    }
    assertThat(http.most.get()).isEqualTo(30);
  }

  @Test
  void a_failed_request_ends_its_turn() throws Exception {
    Counting http =
        new Counting(
            () -> {
              throw new IOException("reset");
            });
    try (SdkHttpClient bounded = new BoundedHttpClient(http, turns(1), Duration.ofMinutes(1))) {
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> bounded.prepareRequest(REQUEST).call()).hasMessage("reset");
      }
    }
  }

  @Test
  void whoever_waits_for_a_turn_can_be_interrupted() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    Counting http = new Counting(never::await);
    try (SdkHttpClient bounded = new BoundedHttpClient(http, turns(1), Duration.ofMinutes(1));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.submit(() -> bounded.prepareRequest(REQUEST).call());
      while (http.most.get() == 0) {
        Thread.onSpinWait();
      }
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> bounded.prepareRequest(REQUEST).call())
          .isInstanceOf(IOException.class)
          .hasMessageContaining("waiting for a turn");

      assertThat(Thread.interrupted()).isTrue();
      never.countDown();
    }
  }

  private static Turns turns(int width) {
    return new Turns(width, width, Duration.ZERO);
  }

  private static List<Future<HttpExecuteResponse>> send(SdkHttpClient http, int count) {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    List<Future<HttpExecuteResponse>> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      answers.add(threads.submit(() -> http.prepareRequest(REQUEST).call()));
    }
    threads.shutdown();
    return answers;
  }

  private interface Doing {
    void it() throws IOException, InterruptedException;
  }

  /** Notes how many requests were under way at most. */
  private static final class Counting implements SdkHttpClient {
    final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger now = new AtomicInteger();
    private final Doing doing;

    Counting(Doing doing) {
      this.doing = doing;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() throws IOException {
          int under = now.incrementAndGet();
          most.accumulateAndGet(under, Math::max);
          try {
            doing.it();
          } catch (InterruptedException e) {
            throw new IOException(e);
          } finally {
            now.decrementAndGet();
          }
          return HttpExecuteResponse.builder()
              .response(SdkHttpResponse.builder().statusCode(200).build())
              .build();
        }

        @Override
        public void abort() {}
      };
    }

    @Override
    public void close() {}
  }
}
