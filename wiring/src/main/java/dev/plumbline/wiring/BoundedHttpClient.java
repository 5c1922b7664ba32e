package dev.plumbline.wiring;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Has few requests under way at once; others wait for their turn. For an endpoint that stands in
 * for all of AWS: there, forty services' requests meet in one process, which answers fewer of them
 * the more it is asked at once. A request that hangs loses its turn, and makes way for one more
 * than waited for it, so that a dead endpoint is found out soon. Thread-safe.
 */
final class BoundedHttpClient implements SdkHttpClient {

  private final SdkHttpClient http;
  private final Turns turns;
  private final Executor later;

  /**
   * @param patience how long a request has its turn
   */
  BoundedHttpClient(SdkHttpClient http, Turns turns, Duration patience) {
    this.http = http;
    this.turns = turns;
    this.later = CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new InTurn(http.prepareRequest(request));
  }

  private final class InTurn implements ExecutableHttpRequest {

    private final ExecutableHttpRequest request;

    InTurn(ExecutableHttpRequest request) {
      this.request = request;
    }

    @Override
    public HttpExecuteResponse call() throws IOException {
      Turns.Turn turn = turn();
      later.execute(turn::hang);
      try {
        return request.call();
      } finally {
        turn.end();
      }
    }

    private Turns.Turn turn() throws IOException {
      try {
        return turns.take();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while waiting for a turn");
      }
    }

    @Override
    public void abort() {
      request.abort();
    }
  }

  @Override
  public String clientName() {
    return http.clientName();
  }

  @Override
  public void close() {
    http.close();
  }
}
